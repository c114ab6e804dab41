# Follow-up plans for low elements of the survey.

button-plans = Follow-up plans
button-plan = See the plan
button-plan-new = New plan for { $period }
button-plan-other = Another element
button-plan-make = Save the plan
button-plan-done = It is done
button-plan-drop = Dropped
button-plan-owner = Change who is in charge
button-plan-due = Change the quarter
plans-none =
    <b>Follow-up plans</b>
    { $unit }

    There are no plans yet.
plans =
    <b>Follow-up plans</b>
    { $unit }

    { $lines }
plans-line =
    <b>{ $number }. { $element }</b> ({ $period })
    { $programme }
    { $owner }, { $due }: { $state }
    { $effect }
plan =
    <b>{ $element }</b>
    { $unit }, result of { $period }

    { $programme }

    In charge: { $owner }
    When: { $due }
    State: { $state }
    { $effect }
plan-state-open = under way
plan-state-overdue = overdue
plan-state-done = done. { $outcome }
plan-state-dropped = dropped. { $outcome }
plan-effect-rose = This element <b>rose</b> from { $since } to { $until } (by { $low } to { $high }, 95 % interval).
plan-effect-fell = This element <b>fell</b> from { $since } to { $until } (by { $low } to { $high }, 95 % interval).
plan-effect-same = This element shows no significant change from { $since } to { $until } (by { $low } to { $high }, 95 % interval).
plan-effect-untold = There are not enough answers to compare this element.
plan-effect-ahead = No later period is over yet, so there is nothing to compare with.

plan-element = { $element } ({ $nrr })
plan-ask-element = For which element is the plan? These are the three lowest in { $period }.
plan-ask-element-unknown = For which element is the plan? There are not enough answers in { $period } to put them into order.
plan-ask-programme =
    <b>{ $element }</b>

    What will be done? Write the programme in { $least } to { $most } characters, for example: <i>Open one more counter on Mondays and Fridays.</i>
plan-ask-owner = Who is in charge?
plan-no-owner = This unit has no officers or head yet. Invite them first with /invite, then make the plan.
plan-ask-due = In which quarter will it be finished?
plan-confirm =
    <b>Save this plan?</b>

    Element: { $element } ({ $period })
    Programme: { $programme }
    In charge: { $owner }
    When: { $due }

    The plan goes into the survey report. Who is in charge is reminded when the quarter begins and two weeks before its end.
plan-made = The plan is saved.
plan-ask-done = What was the result? Write briefly (at most { $most } characters); it goes into the next report.
plan-ask-dropped = Why was it dropped? Write briefly (at most { $most } characters); it goes into the next report.
plan-given =
    <b>A follow-up plan for you</b>
    { $unit }: { $element }

    { $programme }

    When: { $due }
plan-begun =
    <b>A follow-up plan begins</b>
    { $unit }: { $element }

    { $programme }

    In charge: { $owner }. Its quarter has begun: { $due }.
plan-ending =
    <b>Follow-up plan: two weeks left</b>
    { $unit }: { $element }

    { $programme }

    In charge: { $owner }. Its time ends with { $due }.
plan-overdue =
    <b>A follow-up plan is overdue</b>
    { $unit }: { $element }

    { $programme }

    In charge: { $owner }. It was due in { $due } and has not been marked as done.

plan-element-unknown = This unit does not ask about that element, or the period has not begun.
plan-owner-unfit = Who is in charge must be an officer or the head of this unit.
plan-due-unknown = Please choose this quarter or one of the next four.
plan-too-many = At most { $most } plans for one period.
plan-closed = This plan is closed already.
