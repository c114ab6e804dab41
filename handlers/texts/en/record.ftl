# Performance: evidence, no verdict. Figures with n and range; no ranks.
menu-record = My performance
record =
    <b>Performance of { $name }</b>
    { $period } · { $state }

    { $lines }

    This is evidence, not an appraisal. The leader still appraises. Tap a figure to see what it is made of.
record-running = running, until { $until }; citizens' voices count once their week is over
record-frozen = frozen { $at }, version { $version }
record-group-visits = <b>Visits</b>
record-group-cases = <b>Complaints</b>
record-group-voices = <b>Citizens’ voices</b> (1 to 4)
record-group-recognised = <b>Recognition</b>
record-recognised = • { $reason } (decided by { $by }, { $at })
record-line = • { $name }: { $figure }
record-line-beside =
    • { $name }: { $figure }
    { $beside }
record-without = {"   "}without external causes and accepted contests: { $value } (n = { $n })
record-others = {"   "}colleagues of the unit: { $value }
record-few-left = not enough data yet
record-of-unit = { $value } (n = { $n }), the unit’s figure
record-nothing = No visits, complaints or ratings in this period yet.
record-one =
    <b>{ $name }</b>
    { $officer } · { $period }

    { $figure }

    <b>What changes this figure</b>
    { $changes }

    <b>What it is made of</b>
    { $behind }

    { $explained }
record-of = { $name }
record-of-led = { $name } (the text below speaks to this officer)
record-change-line = • { $text }
record-change-few = • There are { $n }, and { $least } are needed: { $more } more.
record-change-open = • Open complaints past the limit with you: { $n }. Answering or handing on stops their time; while they are open your part keeps growing.
record-change-next = • One more that goes well turns { $now } % into { $then } %.
record-behind-nothing = Nothing yet.
record-behind-cases = Complaints: { $n }. Tap a number.
record-weeks-earlier = … and { $n } earlier groups of weeks.
record-span = { $first } to { $last }
record-week-visits = • { $span }: { $n }
record-week-ratings = • { $span }: { $scores }
record-week-answers = • { $span }: mean { $mean } (n = { $n })
record-scored = { $score } { $n }
record-few = Ratings are shown from { $least } on, by whole weeks, so that nobody can tell who rated.
record-case = { $ticket } · { $value }
record-case-took = { $value }
record-case-running = { $value }, still running
record-case-share = { $value } %
record-case-silent = no word from the citizen yet
record-aside = set aside
record-ratings =
    <b>Ratings one by one: { $n }</b>
    { $period }

    { $list }

    Tap a number to see which figures use it.
record-rating = { $n }. { $score } ({ $span })
record-rating-why = {"   "}because of: { $why }
record-rating-words = {"   "}“{ $words }”
record-fact =
    { $shown }

    <b>Figures that use it</b>
    { $period }
    { $figures }
record-fact-case = <b>{ $ticket }</b>, { $category }
record-fact-rating = <b>Rating: { $score }</b>, { $span }
record-fed = • { $name }: { $value }
record-contest-open = Your contest waits for a decision. Until then it counts.
record-contest-accepted = The contest was accepted: set aside in the second figure.
record-contest-refused = The contest was refused: it counts.
record-fact-unknown = That is not part of the record of this period.
record-figure-unknown = That figure is not part of the frozen record.
record-nowhere = You do not serve in any unit yet, so there is no record.
record-no-period = Your office has no appraisal period for today. Please ask an admin.
record-team =
    <b>Officers led: { $n }</b>
    Tap a name to see the record.
record-how =
    <b>What holds for every figure</b>

    • Only what you served or held yourself counts. Figures of the unit never become yours.
    • Visits and ratings belong to the officer who served then.
    • A complaint that changed hands is split by the time held. While nobody holds it, the time is the unit’s.
    • The range tells how certain a figure is. More data make it narrower.
    • Too few data never count as zero.
    • External causes and accepted contests are left out of the second figure. The first one stays.
    • Supervisory complaints are left out.
    • Ratings excluded by two people or withdrawn by the citizen are left out.
    • The tone of comments never enters your figures.
    • Who a citizen is, is never shown.
    • There is no ranking of officers.
    • After the end of a period the record is frozen. Until then you can contest.
button-record-how = How it is counted
button-record-back = ‹ Back to the record
button-record-ratings = One by one
button-record-team = Officers you lead
button-record-below = Those led by this officer
button-record-own = ‹ My performance

button-record-late = See what changed
button-record-late-amend = Amend, with a reason
record-late-told-open = When the record of { $officer } for { $period } was frozen, contests not decided yet: { $n }. A later decision only enters it by an amendment with a reason.
record-late-told-changed = The evidence of { $officer } for { $period } changed after it was frozen. Figures that differ: { $n }. The frozen record stays as it is until the change is entered with a reason.
record-late =
    <b>Since it was frozen: { $officer }</b>
    { $period } · frozen { $at }, version { $version }

    { $lines }

    An amendment makes a new version with your name and reason. The old version is kept, and no rating changes by itself.
record-late-line =
    <b>{ $name }</b> (records that changed: { $n })
    was: { $was }
    now: { $now }
record-late-none = No figure has changed since it was frozen.
record-late-waiting = Contests not decided yet: { $n }.
record-late-ask = Why must the record of { $officer } be changed after it was frozen? Write the reason; the officer and the leader read it.
record-late-amended = The change is kept as version { $version }. The officer and the appraiser are told.
