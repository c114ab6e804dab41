period-custom = { $name }

expectation-below = Below expectation
expectation-as_expected = As expected
expectation-above = Above expectation

predicate-sangat_baik = Very good
predicate-baik = Good
predicate-butuh_perbaikan = Needs improvement
predicate-kurang = Poor
predicate-sangat_kurang = Very poor
predicate-istimewa = Excellent

value-service = Service-oriented
value-accountable = Accountable
value-competent = Competent
value-harmonious = Harmonious
value-loyal = Loyal
value-adaptive = Adaptive
value-collaborative = Collaborative

leader-circle = That leader is below this officer. Please choose another.
terms-kind-unknown = There is no such kind of period.
terms-days-out-of-range = Write a whole number from { $first } to { $last }.
period-days-wrong = The last day must follow the first, and a period lasts at most a year.
period-overlaps = Those days belong to the period “{ $name }” already.
period-unknown = There is no such period.

menu-terms = Periods and terms of appraisal
button-terms = Enter periods and leaders
period-there-already = There is a period of those days already.
terms-source-needed = Please write the source, such as the number of a rule or letter.
leader-elsewhere = That person does not serve in this office.
leader-none = nobody yet

terms-offices = Choose an office.
terms-page =
    <b>Appraisals in { $office }</b>

    Periods: { $kind }. { $yearly }
    Records are frozen { $freeze } days after the last day.
    Term of objection: { $objection } { $counted } (source: { $source }).

    Terms of the house, for reminders only:
    • the appraiser rates: { $rate } days after freezing
    • an objection is explained: { $explain } working days
    • the superior decides: { $decide } days after that

    Periods there are:
    { $periods }
terms-kind-month = every month
terms-kind-quarter = every quarter
terms-kind-half = every half-year
terms-kind-year = every year
terms-kind-custom = entered one by one
terms-yearly = The whole year is appraised too.
terms-not-yearly = The whole year is not appraised by itself.
terms-not-yearly-from-next = The whole year is not appraised by itself, but the one that has begun is.
terms-working = working days
terms-calendar = calendar days
terms-no-periods = • none yet
terms-period = • { $name } ({ $first } to { $last })
terms-period-frozen = • { $name } ({ $first } to { $last }), frozen
button-terms-kind = Another kind of period
button-terms-yearly = Appraise the whole year too
button-terms-not-yearly = Do not appraise the year by itself
button-terms-working = Count objections in working days
button-terms-not-working = Count objections in calendar days
button-terms-freeze-after = Frozen after: { $n } days
button-terms-objection-days = Term of objection: { $n } days
button-terms-rate-within = Rating: { $n } days
button-terms-explain-within = Explanation: { $n } working days
button-terms-decide-within = Decision: { $n } days
button-terms-period = Add an own period
button-terms-leaders = Everybody's leader
button-terms-organisation = The organisation's predicate
button-terms-recap = e-Kinerja recap { $period } (XLSX)
terms-kinds =
    <b>Kind of period, { $office }</b>

    Periods that have begun stay until they end.
terms-ask-freeze-after = How many days after the last day are records frozen? Write { $first } to { $last }.
terms-ask-objection-days = How many days is the term of objection? Write { $first } to { $last }.
terms-ask-rate-within = How many days does the appraiser have to rate? Write { $first } to { $last }.
terms-ask-explain-within = How many working days to explain an objection? Write { $first } to { $last }.
terms-ask-decide-within = How many days to decide an objection? Write { $first } to { $last }.
terms-ask-source = What is this term of objection based on? Write the number of the rule or letter. It is printed beside it.
period-ask-days = First and last day of the period? Example: 1/7/2026 - 30/9/2026
period-ask-name = What is this period called?
period-made-beside = This period is appraised beside the usual ones.
leaders-list =
    <b>Leaders in { $office }</b>

    A leader appraises; the leader's leader decides objections. Choose somebody to change who leads them.
leaders-line = { $officer } → { $leader }
leader-page =
    <b>{ $officer }</b>
    Leader now: { $leader }

    Who leads this officer?
button-leader-head = The head of the unit
leader-named =
    { $officer } is now led by { $leader }.
    { $moved ->
        [0] No appraisal went to somebody else.
       *[other] Appraisals that went there: { $moved }.
    }
organisation-list =
    <b>The organisation's predicate, { $office }</b>

    It is decided elsewhere and is context only: there is no quota. Choose the period.
organisation-page =
    <b>The organisation's predicate, { $office }</b>
    { $period }
    { $now }
organisation-ask-source = Predicate: { $predicate }. What is the number of the letter or decree?
organisation-saved = The organisation's predicate is kept.
