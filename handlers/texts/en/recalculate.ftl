# Moving time limits to a new calendar.
button-recalculate = Calculate limits anew
button-recalculate-yes = Yes, move them
recalculate =
    <b>Time limits by the new calendar</b>
    { $n ->
        [one] One open complaint would move:
       *[other] { $n } open complaints would move:
    }

    { $lines }

    Move them all? Each change is recorded, and the reporter is told the new date.
recalculate-nothing = No time limit moves. All open complaints follow today's calendar already.
recalculate-line = • <b>{ $ticket }</b> ({ $unit }), { $clock }: { $before } → { $after } { $note }
recalculate-more = … and { $n } more
recalculate-hidden = … and { $n } handled by the inspectorate
recalculate-undecreed = (days off of that year are not decreed yet)
recalculate-done =
    { $n ->
        [one] One complaint was moved to the new calendar.
       *[other] { $n } complaints were moved to the new calendar.
    }
case-recalculated =
    The time limit of complaint <b>{ $ticket }</b> changed, because days off or working hours were decreed differently.

    Before: { $before }
    Now: <b>{ $after }</b>
