# Time and handing over: the unit's board, assigning, leave, quiet hours, the digest, the ladder.

menu-board = The unit's board: who has what
menu-leave = Leave and who stands in
menu-quiet = Quiet hours

clock-verification = first check
step-office = needs the head of the office
step-admin = needs the admin
step-ombudsman = far past its limit

# In short, why a complaint is late.
late-line =
    • <b>{ $ticket }</b> { $category } ({ $unit }) – { $clock }, was due { $due }
    { $why }
late-more = … and { $n } more on the /board
late-counted = Opening time used: { $total } of { $limit }, since { $since }.
late-counted-paused = Opening time used: { $total } of { $limit }, since { $since }; paused { $paused }.
late-holders = Held by: { $holders }.
late-holder = { $name } { $time }
late-holder-unit = no officer yet ({ $unit })
late-for-head = You get this as the head of the unit.
late-for-office = You get this as the head of the office: the unit has not solved it.
late-for-admin = You get this as the admin: nobody has solved it yet.

supervisory-late = Supervisory complaint <b>{ $ticket }</b>: { $clock }, { $step }: { $due } { $held }
supervisory-late-number = Supervisory complaints past their limit: <b>{ $n }</b>. What they say is for the inspectorate only. Please make sure that an inspector is on duty.

# To the citizen. An office may change the text "ombudsman" for its region.
case-ombudsman =
    Complaint <b>{ $ticket }</b> has not been solved by { $unit }, although its time limit is long past. We are sorry. Those in charge have been told, and we go on working on it.

    { $what }
ombudsman = You may also turn to the Ombudsman of the Republic of Indonesia, the state body that watches over public services. It is free: call 137 or visit ombudsman.go.id.
case-nudge-question =
    We are still waiting to hear from you about complaint <b>{ $ticket }</b>. The question from { $unit }:

    { $said }

    Please press Reply. If we hear nothing, the complaint is closed on { $until }. You can reopen it.
case-nudge-answer =
    Is the problem of complaint <b>{ $ticket }</b> solved? The answer from { $unit }:

    { $said }

    If we hear nothing, the complaint is closed on { $until }. You can reopen it.

# To another officer, or back to the unit.
button-case-assign = Assign
button-case-return = Give back to the unit
button-case-return-inspected = Give back to the inspectorate
case-assign =
    Who shall have complaint <b>{ $ticket }</b>? Held now by: { $holder }.

    The number behind a name: complaints held now. The time limit goes on.
case-assign-nobody = There is nobody else who can take <b>{ $ticket }</b> now. Held by: { $holder }.
assign-label = { $name } ({ $n })
case-assign-done = Complaint <b>{ $ticket }</b> is now with { $name }.
case-return-done = Complaint <b>{ $ticket }</b> was given back. Another officer can take it.
case-assigned =
    <b>A complaint was assigned to you</b> by { $name }
    { $ticket } – { $category } ({ $unit }), { $state }

    { $said }

    Answer by { $answer_due }, solve by { $resolution_due }.
case-assigned-away = Complaint <b>{ $ticket }</b> was assigned by { $name } to { $to }. You need not handle it any more.
case-returned =
    <b>A complaint waits for an officer</b>: given back by { $name }
    { $ticket } – { $category } ({ $unit }), { $state }

    { $said }

    Answer by { $answer_due }, solve by { $resolution_due }.
case-returned-away = Complaint <b>{ $ticket }</b> was given back to the unit by { $name }. You need not handle it any more.
case-in-your-place = { $name } { $what } in complaint <b>{ $ticket }</b>, which you hold.
spoken-answered = sent the citizen an answer
spoken-asked-back = asked the citizen a question
spoken-rejected = declined it
spoken-archived = archived it
case-held-by-none = Nobody holds complaint { $ticket } yet.
case-take-first = Nobody holds complaint { $ticket } yet. Take it first, then you can assign it.
case-own-given = Complaint <b>{ $ticket }</b> was given to you to handle. Because it is your own complaint, please give it back to the unit. Nobody is told why.
assign-unfit = This officer cannot handle this complaint. Please choose somebody else.
assign-same = Complaint { $ticket } is with { $name } already.
assign-away = { $name } is on leave. Please choose somebody else.

# The unit's board.
button-board = The unit's board
board-units = Which unit's board?
board-none = You do not lead a unit yet.
board =
    <b>Board of { $unit }</b>
    { $n } open, { $late } late. { $states }

    { $desks }

    <b>{ $chosen }</b>
    { $lines }
board-state = { $state }: { $n }
board-desk = • { $name }{ $away }: { $n }, late { $late }, oldest { $oldest }
board-desk-empty = • { $name }: none
board-desks-more = … and { $n } more officers
board-idle = Holding nothing ({ $n }): { $names }
board-idle-away = { $name } (on leave)
board-unheld = Held by nobody
board-away = { " " }(on leave)
board-all = All ({ $n })
board-nobody = Held by nobody ({ $n })
board-late = Late ({ $n })
board-of-officer = Held by this officer ({ $n })
board-empty = None.
board-line = • <b>{ $ticket }</b> { $category } – { $state }; { $holder }; { $clock } until { $due }
board-line-waiting = • <b>{ $ticket }</b> { $category } – { $state }; { $holder }; waiting for the citizen
board-line-late =
    • <b>{ $ticket }</b> { $category } – { $state }; { $holder }; <b>late</b>: { $clock }, was due { $due }
    { $why }
button-board-all = All
button-board-nobody = Held by nobody
button-board-late = Late

# Leave.
button-leave = See the leave
button-leave-new = Enter leave
button-leave-end = Cancel leave of { $first }
button-leave-others = Leave of others
button-leave-unit = Nobody: back to the unit
leave-own =
    <b>Your leave</b>
    { $lines }

    While on leave you get no new complaints and no reminders. On the first day the complaints you hold go to who stands in for you, or back to the unit.
leave-theirs =
    <b>Leave of { $name }</b>
    { $lines }

    While on leave an officer gets no new complaints and no reminders. On the first day the complaints held go to who stands in, or back to the unit.
leave-none = No leave is entered.
leave-line = • { $first } to { $last }; standing in: { $stand_in }
leave-unit = the unit
leave-whose = Whose leave?
leave-nobody = There are no officers yet in the units you lead.
leave-ask-days = When is { $name } on leave? Write the first and the last day, for example 1/12/2026 - 5/12/2026. For a single day one date will do.
leave-ask-stand-in = Who stands in?
leave-planned =
    The leave of { $name } is entered.
    { $line }
leave-planned-notice =
    Leave of { $name } was entered.
    { $line }
leave-ended = The leave of { $name } is cancelled.
leave-ended-notice =
    The leave of { $name } was cancelled.
    { $line }
leave-begun = Your leave has begun, until { $until }. Gone to { $stand_in }: { $given }; back to the unit: { $returned }. Have a good rest.
leave-stand-in =
    { $name } is on leave until { $until }. You stand in; you now hold { $n } complaints:

    { $lines }
leave-returned =
    { $name } is on leave until { $until }. { $n } complaints wait for an officer:

    { $lines }
leave-head =
    { $name } is on leave until { $until }. Gone to who stands in: { $given }; back to the unit: { $returned }.

    { $lines }
gone-stand-in =
    { $name } does not serve here any more. You now hold { $n } complaints:

    { $lines }
gone-returned =
    { $name } does not serve here any more. { $n } complaints wait for an officer:

    { $lines }
gone-head =
    { $name } does not serve here any more. Handed on: { $given }; back to the unit: { $returned }.

    { $lines }
moved-line = • <b>{ $ticket }</b> { $category }
moved-line-supervisory = • <b>{ $ticket }</b> (supervisory)
leave-days-wrong = The last day cannot be before the first, and the first day cannot be over.
leave-too-long = At most { $days } days at once.
leave-twice = There is leave on those days already. Cancel the earlier one first.
leave-stand-in-unfit = This officer cannot stand in. Please choose somebody else.
leave-over = This leave is over or was cancelled.

# Quiet hours.
quiet =
    <b>Outside the unit's hours</b>
    Now: { $now }

    Complaints are recorded at once, whatever you choose.
quiet-silent = messages arrive without a sound.
quiet-held = messages are held until the unit opens.
quiet-loud = messages arrive with a sound.
button-quiet-silent = Arrive without a sound
button-quiet-held = Hold until opening
button-quiet-loud = Always with a sound

# The digest at the opening.
digest =
    <b>A good day. On your desk today:</b>
    { $lines }
digest-new = • New since the last closing, held by nobody: { $n }
digest-due = • Due today: { $n }
digest-late = • Late: { $n }
digest-wait = • Waiting for the citizen: { $n }
digest-first = To begin with:
digest-line = { $ticket } { $category } ({ $unit }) – until { $due } { $held }
digest-line-late = { $ticket } { $category } ({ $unit }) – <b>late</b> since { $due } { $held }

# The ladder.
button-ladder = Ladder of reminders
ladder =
    <b>Ladder of reminders of { $name }</b>
    Who is told when which part of a time limit is used. Each rung once for each limit.

    { $lines }

    Press one to change it.
ladder-line = • { $share }: { $who }
ladder-label = { $who }: { $share }
ladder-percent = { $n } %
ladder-off = not used
ladder-officer = the officer
ladder-head = the head of the unit
ladder-office = the head of the office
ladder-admin = the admin
ladder-citizen = the citizen (of the Ombudsman)
ladder-ask = { $who }: now { $share }. Write a percentage of the time limit, { $first } to { $last }. 100 is the end of the limit.
button-ladder-usual = As usual ({ $n } %)
button-ladder-off = Not used
ladder-range = Write a whole number from { $first } to { $last }, for example 125.

button-invite-office-head = Head of the office (all units)
