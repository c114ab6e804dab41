# Time limits of a unit's complaints.
button-limits = Time limits
limits =
    <b>Time limits for complaints: { $unit }</b>

    { $lines }

    Where they come from:
    { $sources }

    Press a number to change it. A new limit holds for complaints received afterwards.
limit-line = { $n }. { $what }: <b>{ $limit }</b> { $own }
limit-own = – this unit's own
limit-source = • Numbers { $numbers }: { $source }
limit-number = { $n }
limit-verify = Checked
limit-first-answer = First answer
limit-next-answer = Answer to a reply
limit-nudge = Reporter reminded
limit-silence = Closed when the reporter is silent
limit-cause = Outside obstacle decided
limit-of-class = Solved, { $class }
class-ringan = minor
class-normatif = normative
class-tidak-berkadar = not supervisory
class-berkadar = supervisory
class-permintaan = request for information
class-aspirasi = wish
limit-ask =
    <b>{ $what }</b> – { $unit }

    Write the new limit, for example <i>3 working days</i> or <i>4 working hours</i>. The general one: { $usual } ({ $source }).
button-limit-default = Use the general one
limit-ask-source = { $limit }. What is it based on? Write the name and number of the rule, for example <i>Decree 12/2026</i>.
limit-set = The time limit of { $unit } was saved. Complaints already received keep their old limit.
limit-not-working-time = Limits of complaints are written in working days, working hours or working minutes.
limit-needs-source = Please write what it is based on, at least { $least } letters. Reports print it.
