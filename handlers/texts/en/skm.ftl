# The survey report: conversation, PDF, XLSX, CSV. What goes into files has no bold.
menu-skm = Survey report (SKM)
period-month =
    { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[other] December
    } { $year }
period-quarter =
    { $roman ->
        [I] 1st quarter
        [II] 2nd quarter
        [III] 3rd quarter
       *[other] 4th quarter
    } of { $year }
period-half =
    { $roman ->
        [I] 1st half
       *[other] 2nd half
    } of { $year }
period-year = Year { $year }

skm-choose = The survey report of which unit?
skm =
    <b>Citizens’ satisfaction survey</b>
    { $unit }, { $period }

    { $lines }
button-skm-pdf = Report as PDF
button-skm-xlsx = Workbook (XLSX)
button-skm-csv = Questionnaires as CSV
button-skm-ratings = Ratings as CSV
button-skm-settings = Settings
button-skm-weighting-exact = Weight: exactly 1/x
button-skm-weighting-three = Weight: 3 decimals, e.g. 0.111
button-skm-weighting-two = Weight: 2 decimals, e.g. 0.11
button-skm-numbering-questionnaire = Number as in the form
button-skm-numbering-report = Number as in reports
button-skm-population = Enter how many were served
button-skm-report = To the report
skm-length-month = Month
skm-length-quarter = Quarter
skm-length-half = Half-year
skm-length-year = Year
skm-file = { $what }: <b>{ $unit }</b>, { $period }. This file is for official use; please keep it safe.
skm-settings =
    <b>Settings of the survey report</b>
    { $unit }

    Weights: { $weighting }
    Numbers of the elements: { $numbering }
    People served in { $period }: { $population }

    A change holds for all reports of this unit, also of past periods.
skm-settings-head =
    <b>Settings of the survey report</b>
    { $unit }

    Weights: { $weighting }
    Numbers of the elements: { $numbering }
    People served in { $period }: { $population }

    Only an admin can change weights and numbers.
skm-population-none = not entered
skm-population-ask =
    How many people did { $unit } serve in { $period }? Type just the number, for example 1250.
    Type 0 to remove a number entered before.

    The number decides how large the sample must be and stands in the report. If more visits were recorded, the visits are used.
skm-population-unreadable = This number cannot be read. Type how many people in digits, for example 1250.
skm-weighting-exact = exactly 1/x
skm-weighting-three = rounded to 3 decimals (0.111 for nine elements)
skm-weighting-two = rounded to 2 decimals (0.11 for nine elements)
skm-numbering-questionnaire = as on the questionnaire (U8 facilities, U9 complaints)
skm-numbering-report = as in reports (U8 complaints, U9 facilities)

# The same sentences in the chat and in files
skm-running = This period is not over. The figures are provisional.
skm-index = IKM { $ikm } · { $letter } ({ $meaning })
skm-index-range = 95 % interval: { $low } to { $high }
skm-index-no-range = No interval: fewer than { $least } complete questionnaires.
skm-no-index = No IKM yet. Each element must be answered by at least { $least } people.
skm-missing = Too few answers: { $elements }
skm-questionnaires = { $n } questionnaires counted, { $complete } of them complete.
skm-check-questionnaires = Questionnaires received { $received } = counted { $counted } + excluded { $excluded } + withdrawn { $withdrawn }
skm-check-ratings = Ratings received { $received } = counted { $counted } + excluded { $excluded } + withdrawn { $withdrawn }
skm-sample-enough = The sample is large enough: { $n } respondents, { $needed } needed of { $population } people served.
skm-sample-short = Below the minimum sample: { $n } respondents, { $needed } needed of { $population } people served.
skm-sample-unknown = The sample cannot be checked: how many people were served is not known.
skm-sample-too-small = The sample cannot be checked: the number of people served is smaller than the { $n } respondents. Please check the number.
skm-change = Compared with { $before }: { $by } ({ $low } to { $high }), { $verdict }.
skm-change-none = Compared with { $before }: no comparison possible.
skm-change-chance = may be chance
skm-change-real = more than chance
skm-highest = Highest: { $elements }
skm-lowest = Lowest: { $elements }
skm-element-value = { $element } { $nrr }
skm-ratings = One-tap ratings: { $n }, mean { $mean } of 4 ({ $low } to { $high })
skm-ratings-few = One-tap ratings: { $n }. The mean is shown from { $least } ratings on.
skm-rate-visits = Visits rated by their code: { $k } of { $n }{ $share }
skm-rate-invited = Invitations answered: { $k } of { $n }{ $share }
skm-rate-share = { " " }({ $share } %, interval { $low } to { $high } %)
skm-rate-visits-unknown = Visits rated by their code: not known, no visits were recorded.
skm-rate-invited-unknown = Invitations answered: nobody was invited.
skm-hidden = *
skm-no-figure = –

# PDF
pdf-page = Page { $page } of { $pages }
skm-pdf-name = skm-report
skm-pdf-caption = Survey report (PDF)
skm-title = Report on the citizens’ satisfaction survey (SKM)
skm-cover-basis = Made by Regulation 14/2017 of the Minister for Administrative Reform (PANRB)
skm-cover-index = Index of citizens’ satisfaction (IKM)
skm-cover-quality = Quality { $letter }: { $meaning }
skm-cover-respondents = { $n } respondents
skm-cover-made = Data as of { $at }
skm-foot = SKM { $period }, { $unit }
skm-chapter-summary = Summary
skm-chapter-method = How the survey was made
skm-chapter-elements = Each element
skm-chapter-index = Index and quality of service
skm-chapter-profile = Who answered
skm-chapter-trend = Trend
skm-chapter-lowest = Lowest elements and follow-up plan
skm-chapter-ratings = One-tap ratings and response rates
skm-chapter-left-out = What was received and what does not count
skm-chapter-how = How the figures are made, and the sources of the rules

skm-method-period = Survey period: { $first } to { $last }.
skm-method-asked = Everybody who is served can rate by Telegram: with the single-use code of the visit, because of a random invitation, by the poster at a counter or unit, or by searching for the unit. After the one-tap score the elements are asked one by one; each question may be skipped. Names and national identity numbers (NIK) are not asked for.
skm-method-media = Questionnaires counted: { $chat } by Telegram, { $paper } on paper.
skm-method-instrument = Instrument, version { $version }: { $elements }.
skm-method-instrument-since = Instrument, version { $version }, since { $since }: { $elements }.
skm-method-built-in = Built-in instrument (the nine elements of PermenPANRB 14/2017): { $elements }.
skm-method-questions =
    { $n ->
        [one] { $element } ({ $n } question)
       *[other] { $element } ({ $n } questions)
    }
skm-method-scale = Scale from 1 to 4: not good, less good, good, very good, in the official words of each element.
skm-method-weight = Weight of each element: { $weight }, { $weighting }.
skm-method-numbering = Numbers of the elements: { $numbering }.
skm-method-population-visits = The number of people served is that of the { $population } visits recorded.
skm-method-population-entered = The number of people served, { $population }, was entered by the unit on { $at }.
skm-method-exclusion = No answers are picked out. An answer is left out only if two people decide so, for a reason that is kept; until then it counts.

skm-column-number = No
skm-column-element = Element
skm-column-total = Sum of scores
skm-column-n = n
skm-column-nrr = NRR
skm-column-weighted = Weighted NRR
skm-column-range = 95 % interval
skm-column-change = Change
skm-column-before = NRR before
skm-column-low = Lower bound
skm-column-high = Upper bound
skm-column-change-low = Change, lower bound
skm-column-change-high = Change, upper bound
skm-elements-sum = Sum (index)
skm-elements-foot = n: who answered the element. NRR: sum of scores divided by n. Weighted NRR: NRR times the weight. An asterisk at a change: more than chance. Below { $least } answers there is no figure.
skm-index-formula = IKM = { $index } × 25 = { $ikm }
skm-index-table = What the quality means
skm-column-ikm = IKM
skm-column-letter = Quality
skm-column-meaning = Meaning
skm-quality-range = { $low }–{ $high }
skm-profile-sex = Sex
skm-profile-age = Age
skm-profile-education = Education
skm-profile-occupation = Occupation
skm-profile-service = Service received
skm-no-answer = No answer
skm-service-gone = Service { $id }
skm-column-respondents = Respondents
skm-column-share = Share
skm-share = { $share } %
skm-profile-foot = { $mark } : not told, because it is fewer than { $least } people or would give a small number away.
skm-profile-none = No questionnaires yet.
skm-column-period = Period
skm-column-questionnaires = Questionnaires
skm-trend-chart = IKM of each period with its 95 % interval
skm-trend-none = No period with an IKM yet.
skm-lowest-intro = The elements with the lowest NRR, which need improvement most.
skm-lowest-none = No element has enough answers yet.
skm-plans = Follow-up plan
skm-plans-none = No follow-up plan for this period yet.
skm-plans-earlier = Plans of former periods
skm-column-programme = Programme
skm-column-due = When
skm-column-owner = Person in charge
skm-column-plan-period = From
skm-column-state = State
skm-column-outcome = Result
skm-plan-open = going on
skm-plan-done = done
skm-plan-dropped = dropped
skm-plan-outcome = { $state }. { $outcome }
skm-plan-rose = NRR rose by { $by } ({ $low } to { $high })
skm-plan-fell = NRR fell by { $by } ({ $low } to { $high })
skm-plan-same = NRR { $by } ({ $low } to { $high }): may be chance
skm-plan-unknown = no comparison possible yet
skm-column-channel = How they came to the question
skm-channel-all = All
skm-channel-visit = With a token (code of a visit)
skm-channel-invited = Invited at random
skm-channel-self = Without a token (poster, link, search)
skm-column-mean = Mean
skm-rates = Response rates
skm-channels-foot = A token is the single-use code of one visit. Who rates without a token and without being invited came by themself and does not stand for all who were served; that is why they are told apart. { $mark }: of fewer than { $least } people, or it would give such a figure away.
skm-column-what = Part
skm-column-received = Received
skm-column-counted = Counted
skm-column-excluded = Excluded
skm-column-withdrawn = Withdrawn
skm-what-questionnaires = Questionnaires
skm-what-ratings = One-tap ratings
skm-left-out-foot = Received = counted + excluded + withdrawn. What citizens withdrew holds no scores any more.
skm-excluded-list = Excluded, with their numbers
skm-withdrawn-list = Withdrawn by citizens, with their numbers
skm-excluded-none = Nothing was excluded.
skm-column-reason = Reason
skm-column-ids = Numbers
skm-reason-burst = too many in a short time
skm-reason-same-words = the same words from several people
skm-reason-new-accounts = several new accounts at once
skm-reason-in-turns = a few people rating in turns
skm-reason-period-end = a jump just before the period ends
skm-reason-staff = staff of the unit itself
skm-reason-quick = the visit was too short
skm-reason-by-hand = raised by an official
skm-reason-unknown = the reason is in the journal
skm-how-1 = NRR of an element = sum of its scores divided by the people who answered it. Where an element has several questions, the answers of each person are averaged first.
skm-how-2 = Index = sum of NRR times weight. IKM = index × 25, rounded half up to two decimals, and only then given its quality. Nothing is rounded in between but the weight that was chosen.
skm-how-3 = If an element that was asked throughout the period was answered by fewer than { $least } people, no IKM can be told. An element added within the period enters once at least { $least } people answered it.
skm-how-4 = 95 % interval (t-interval of the answers received, cut off at the ends of the scale): were the survey repeated, the true value would lie inside in about 95 of 100 surveys. The difference of two periods has Welch’s interval.
skm-how-5 = Minimum sample by Krejcie and Morgan (1970): S = X²NP(1−P) / (d²(N−1) + X²P(1−P)), X² = 3.841, P = 0.5, d = 0.05. What is measured are the answers to the element that fewest answered.
skm-how-6 = Every figure can be computed anew from the questionnaires (CSV), which hold all that was received, also what does not count.
skm-how-7 = Sources: Regulation 14/2017 of the Minister for Administrative Reform (PANRB) on the SKM; Krejcie, R. V. and Morgan, D. W. (1970), Determining Sample Size for Research Activities. The older table of qualities (KEP/25/M.PAN/2/2004) is not used.

# XLSX and CSV
skm-xlsx-name = skm
skm-xlsx-caption = Survey workbook (XLSX)
skm-csv-name = questionnaires
skm-csv-caption = Questionnaires (CSV)
skm-ratings-csv-name = ratings
skm-ratings-csv-caption = One-tap ratings (CSV)
skm-sheet-summary = Summary
skm-sheet-elements = Elements
skm-sheet-respondents = Respondents
skm-sheet-trend = Trend
skm-sheet-left-out = Exclusions
skm-sheet-data = Data
skm-sheet-notes = Notes
skm-column-figure = Figure
skm-column-value = Value
skm-column-note = Note
skm-column-group = Group
skm-column-id = Number
skm-column-rating-id = Number of the rating
skm-column-day = Day
skm-column-asked = Came by
skm-column-instrument = Version of the instrument
skm-column-standing = Standing
skm-column-complete = Complete
skm-column-service = Service
skm-column-score = Score
skm-column-why = Reason for a low score
skm-column-comment = Comment (redacted)
skm-standing-counted = counted
skm-standing-excluded = excluded
skm-standing-withdrawn = withdrawn
skm-asked-paper = paper
skm-figure-office = Office
skm-figure-unit = Unit
skm-figure-period = Period
skm-figure-first = First day
skm-figure-last = Last day
skm-figure-made = Data as of
skm-figure-running = Period not over
skm-figure-ikm = IKM
skm-figure-letter = Quality
skm-figure-index = Index
skm-figure-weight = Weight of each element
skm-figure-change = Change of the IKM
skm-figure-of = { $figure }: { $part }
skm-figure-complete = Complete questionnaires
skm-figure-partial = Partial questionnaires
skm-figure-sample = Respondents for the sample
skm-figure-population = People served
skm-figure-needed = Minimum sample
skm-figure-ratings-mean = Mean of the one-tap ratings
skm-figure-visits = Visits rated by their code
skm-figure-invited = Invitations answered
skm-figure-check = Check
skm-check-true = adds up
skm-check-false = DOES NOT add up
skm-note-zone = Local time ({ $zone })
skm-note-columns = The columns of scores in the sheet Data bear the element’s key; waktu.2 is the second question about waktu (time).
skm-note-data = The sheet Data holds every questionnaire with at least one answer, also those that do not count. What citizens withdrew is blank. There are no names, identity numbers, hours, or features of respondents.
