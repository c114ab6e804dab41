# The command ikm: paper questionnaires in a .csv file.
quality-a = Very good
quality-b = Good
quality-c = Less good
quality-d = Not good
ikm-people = Respondents: { $n }. Elements: { $elements }.
ikm-missing = Elements the file does not have: { $elements }
ikm-ignored = Columns not read: { $columns }
ikm-blank = Rows without a single answer, not counted: { $lines }
ikm-order-questionnaire = Numbers of the elements: as in the questionnaire ({ $elements })
ikm-order-report = Numbers of the elements: as in the report ({ $elements })
ikm-weight = Weight of each element: { $weight }
ikm-head-element = Element
ikm-head-total = Sum
ikm-head-n = Answered
ikm-head-nrr = NRR
ikm-head-weighted = Weighted NRR
ikm-index = Index: { $index } of 4
ikm-quality = Quality of service: { $letter } ({ $meaning })
ikm-few =
    { $n ->
        [one] Caution: only { $n } respondent. Do not publish this figure before there are { $least }.
       *[other] Caution: only { $n } respondents. Do not publish this figure before there are { $least }.
    }
ikm-sample-reached = The smallest sample is reached: { $n } respondents; { $need } are needed of { $population } people served.
ikm-sample-missed = The smallest sample is not reached: { $n } respondents; { $need } are needed of { $population } people served.
ikm-sample-unknown = The smallest sample cannot be checked: { $n } respondents are more than the { $population } people served ({ $need } needed).
paper-unreadable = The file { $file } cannot be read: { $why }
paper-no-people = There are no respondents: every row below the heading is empty.
paper-no-element = The heading names no element ({ $found }). Write the names of the elements, or U1 to U9, in the first row.
paper-no-such-question = Column “{ $column }” means nothing. Elements are numbered U1 to U9; an element has at most { $most } questions, such as waktu.1 and waktu.2.
paper-nobody-answered = Nobody answered these elements: { $elements }. Remove the column if it was not asked.
paper-refused =
    { $n ->
        [one] The file is refused because of { $n } fault:
       *[other] The file is refused because of { $n } faults:
    }
    { $faults }
paper-fault = Row { $line }: { $what }
paper-more-faults =
    { $n ->
       *[other] … and { $n } more.
    }
paper-no-score = column “{ $column }” holds “{ $found }”; only 1, 2, 3 or 4 are allowed.
paper-row-long = it holds more than the heading has columns.
