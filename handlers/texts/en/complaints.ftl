# Complaints: making, following, handling them.
menu-complain = Make a complaint
menu-status = See your complaints
menu-tasks = Open complaints

category-persyaratan = Requirements
category-prosedur = Procedure
category-waktu = Service time
category-biaya = Fees
category-produk = Result of the service
category-kompetensi = Staff's skill
category-perilaku = Staff's manner
category-sarana = Building, equipment
category-pengaduan = Complaint handling
category-pungli = Illegal charges
category-keterlambatan = Delay
category-informasi = Asking for information
category-lainnya = Something else

state-sent = Sent, waiting for an officer
state-verified = Checked, waiting for an officer
state-forwarded = Passed on, waiting for an officer
state-in_progress = Being handled
state-waiting = Waiting for the reporter's reply
state-answered = Answered
state-reopened = Reopened
state-solved = Solved
state-archived = Filed away
state-merged = Merged
state-rejected = Not accepted
state-withdrawn = Withdrawn by the reporter

outcome-not_ours = Not ours to decide
outcome-unclear = Not clear enough
outcome-unfounded = Not confirmed
outcome-in_court = Before a court
outcome-no_complaint = Not a complaint
outcome-abusive = Only insults

category-unknown = Sorry, this kind of complaint is not known. Please choose one of the buttons.
case-unknown = Sorry, this complaint was not found.
case-own = This is your own complaint. Please leave it to a colleague.
case-moved = Complaint { $ticket } was passed on to { $unit }. Thank you.
case-taken-by = Complaint { $ticket } is already handled by { $name }.
case-yours-already = You are already handling complaint { $ticket }.
case-not-now = This step is not possible now. Complaint { $ticket }: { $state }.
case-too-late = Complaint { $ticket } ended more than { $days } days ago. Please make a new one.
case-rated-already = You have already rated how { $ticket } was handled. Thank you.
case-outcome-unknown = Sorry, this choice is not known. Please choose one of the buttons.
case-same-unit = This complaint is already with { $unit }. Please choose another unit.
text-too-short = Please write a little more, at least { $least } characters.
text-too-long = Your text has { $length } characters; the most is { $limit }. Please shorten it and send it again.
ticket-unknown = This number is not among your complaints. Please check it, or type /status to see them all.
ticket-wrong = The number { $ticket } cannot be read. Example: SW-26-000123-K. The last letter guards against typing errors.

complain-choose = Please choose one of the buttons.
complain-category =
    A complaint about <b>{ $unit }</b>.

    What is it about?
complain-text =
    { $category }.

    Tell us what happened: when, where, and what you hope for. At most { $limit } characters.
complain-place = Where did it happen? Press the button below to send your location, or type the name of the place.
complain-place-skip = You may skip the place.
complain-place-kept = The place was noted.
complain-place-none = All right, no place.
complain-place-point = a point on the map
complain-place-unknown = not given
complain-name = With your name or without? Officers do not see who you are, whatever you choose. A name is kept only for the people who run this service. You may also type a name.
complain-anonymous = no name
complain-preview =
    <b>Please check</b>

    Unit: { $unit }
    About: { $category }
    Photos and files: { $n }
    Place: { $where }
    Name: { $name }

    { $said }

    Is this right?
complain-sent =
    We have received your complaint. Its number is:

    <b>{ $ticket }</b>

    An officer of { $unit } will answer here by { $answer_due }. It is to be resolved by { $resolution_due }. { $note }

    See how it is going at any time with /status.
complain-undecreed = This date may move, as the holidays of that year have not been set yet.

button-named = With my name: { $name }
button-anonymous = Without a name
button-go-on = Go on
button-send = Send
button-send-complaint = Send the complaint
button-change-category = Change the kind
button-change-text = Change the text
button-change-place = Change the place
button-change-name = Change the name

track-list =
    <b>Your complaints</b>

    { $lines }

    Have the number? Type /status followed by it.
track-none = There is no complaint from you here yet.
track-line = • <b>{ $ticket }</b> ({ $sent }), { $unit }, { $category }: { $state }
track-case =
    <b>{ $ticket }</b>
    { $unit } · { $category }
    State: <b>{ $state }</b>

    { $said }

    <b>What has happened</b>
    { $happened }

    { $thread }

    <b>What comes next</b>
    { $next }
track-happened = • { $at }: { $what }

happened-sent = You sent the complaint to { $unit }.
happened-verified = An officer checked your complaint.
happened-assigned = Given to another officer.
happened-returned = Waiting for another officer.
happened-referred = Passed on to those who may examine it.
happened-reclassified = An officer corrected its class.
happened-archived = Filed away, with a reason.
happened-merged = Merged with a similar complaint.
happened-separated = Separated again.
happened-cause-claimed = The officer reported an outside obstacle.
happened-cause-decided = The report of an obstacle was decided.
happened-recalculated = The time limit was calculated anew.
happened-taken = An officer began to handle it.
happened-answered = The officer answered.
happened-asked-back = The officer asked you something.
happened-citizen-replied = You replied.
happened-commented = You added a note.
happened-forwarded = Passed on to { $unit }.
happened-confirmed = You said that it is solved.
happened-closed-by-silence = Closed because there was no reply.
happened-rejected = Not accepted, with a reason.
happened-reopened = You reopened it.
happened-withdrawn = You withdrew the complaint.
happened-handling-rated = You rated how it was handled.

next-answer = An officer answers here by { $due }.
next-answer-late = An answer was due { $due }. The head of the unit has been told. We are sorry.
next-resolution = The officer resolves it by { $due }.
next-resolution-late = It was to be resolved { $due }. The head of the unit has been told. We are sorry.
next-answered = Your turn: is it solved? Without word from you, the complaint closes { $until }.
next-waiting = Your turn: the officer waits for your reply. Without word from you, the complaint closes { $until }.
next-solved = Nothing more. If the problem comes back within 30 days, press Not solved.
next-archived = Nothing more. If it is not solved, press Not solved within 30 days.
next-merged = This complaint goes on as a similar one.
next-rejected = Nothing more. If you do not agree, press Not solved within 30 days.
next-withdrawn = Nothing more. You withdrew this complaint.
next-none = The officer is handling it.

thread-head = <b>Conversation</b>
thread-none = No conversation yet.
thread-earlier = … { $n ->
    [one] { $n } earlier message
   *[other] { $n } earlier messages
}
thread-you = <b>You</b> ({ $at }): { $said } { $files }
thread-officer = <b>Officer</b> ({ $at }): { $said } { $files }
thread-citizen = <b>Reporter</b> ({ $at }): { $said } { $files }

track-reply = Write your reply about complaint <b>{ $ticket }</b>. Photos, documents and voice messages may come with it.
track-need = Does this message need an answer from the officer?
track-replied = Thank you, your reply was passed to the officer. Number <b>{ $ticket }</b>.
track-noted = Thank you, your note was passed to the officer. Number <b>{ $ticket }</b>.
track-solved =
    Good to hear. Complaint <b>{ $ticket }</b> is solved.

    How was it handled?
track-reopen = We are sorry that it is not solved. What is still missing? Write it, and complaint <b>{ $ticket }</b> is opened again.
track-reopened = Complaint <b>{ $ticket }</b> is open again. An officer answers by { $due }.
track-withdraw = Withdraw complaint <b>{ $ticket }</b>? Afterwards it cannot be opened again.
track-withdrawn = Complaint <b>{ $ticket }</b> was withdrawn.
track-kept = All right, complaint <b>{ $ticket }</b> goes on.
track-rate = How was complaint <b>{ $ticket }</b> handled?
track-rated = Thank you. Your rating for complaint <b>{ $ticket }</b> was stored.

button-track = See this complaint
button-track-solved = Solved
button-track-unsolved = Not solved
button-track-reply = Reply
button-track-rate = Rate the handling
button-track-withdraw = Withdraw
button-needs-answer = Yes, please answer
button-only-note = No, just a note
button-withdraw-case = Yes, withdraw it
button-keep-case = No, let it go on

case-answered-citizen =
    <b>Answer from { $unit }</b>
    Complaint { $ticket }

    { $said }

    Is it solved?
case-asked-citizen =
    <b>Question from { $unit }</b>
    Complaint { $ticket }

    { $said }

    Press <b>Reply</b> to answer.
case-archived-citizen =
    <b>{ $unit }: complaint filed away</b>
    Complaint { $ticket }. Reason: { $reason }.

    { $said }

    If you do not agree, press Not solved and write why.
case-rejected-citizen =
    <b>{ $unit }: not accepted</b>
    Complaint { $ticket }. Reason: { $reason }.

    { $said }

    If you do not agree, press Not solved and write why.
case-forwarded-citizen = Complaint <b>{ $ticket }</b> was passed on to <b>{ $unit }</b>, which is responsible for it. Its time limits stay the same.
case-closed-silent = Complaint <b>{ $ticket }</b> was closed, as there was no word from you. If it is not solved, press Not solved within { $reopen } days.

case-new =
    <b>New complaint</b> { $ticket }
    { $unit } · { $category }
    Place: { $where }

    { $said }

    First answer by <b>{ $answer_due }</b>.
    Resolved by <b>{ $resolution_due }</b>.
case-new-supervisory =
    <b>Complaint for the inspectorate</b> { $ticket }

    First answer by <b>{ $answer_due }</b>.
    Solved by <b>{ $resolution_due }</b>.

    It is opened only with a reason, and each reading is logged.
case-forwarded =
    <b>Complaint passed on by { $origin }</b> { $ticket }
    { $unit } · { $category }
    Place: { $where }

    { $said }

    Answer by <b>{ $answer_due }</b>.
    Resolved by <b>{ $resolution_due }</b>.
case-replied =
    <b>The reporter replied</b> { $ticket }

    { $said }
case-noted =
    <b>A note from the reporter</b> { $ticket }

    { $said }
case-reopened =
    <b>Complaint reopened</b> { $ticket }

    { $said }
case-confirmed = The reporter says that complaint <b>{ $ticket }</b> is solved. Thank you.
case-withdrawn = The reporter withdrew complaint <b>{ $ticket }</b>. Nothing more is to be done.

case-view =
    <b>{ $ticket }</b>
    { $unit } · { $category }
    State: <b>{ $state }</b>
    Handled by: { $holder }
    Place: { $where }

    { $said }

    { $thread }

    { $next }
case-held-by-nobody = nobody yet
case-taken = You are now handling complaint { $ticket }.
case-answer = Write the answer to complaint <b>{ $ticket }</b>. The reporter reads it exactly as you write it. Photos, documents and voice messages may come with it.
case-ask = Write your question to the reporter of <b>{ $ticket }</b>. The time for resolving it stops until the reporter replies.
case-answered = The answer to <b>{ $ticket }</b> was sent to the reporter.
case-asked = The question about <b>{ $ticket }</b> was sent to the reporter.
case-hand = Which unit should handle complaint <b>{ $ticket }</b>? Its time limits go on.
case-handed = Complaint <b>{ $ticket }</b> was passed on to { $unit }.
case-outcome = What is the outcome of complaint <b>{ $ticket }</b>?
case-reject =
    { $outcome } – <b>{ $ticket }</b>

    Write an explanation for the reporter, who can still open it again.
case-rejected = Complaint <b>{ $ticket }</b>: { $outcome }. The explanation was sent to the reporter.

button-case = See the complaint
button-case-take = Take
button-case-answer = Answer
button-case-ask = Ask back
button-case-hand = Pass on
button-case-reject = Not accepted
button-tasks-all = All tasks of the unit
button-tasks-mine = Only my tasks

due-first-answer = First answer by <b>{ $due }</b>.
due-first-answer-late = <b>Late</b>: the first answer was due { $due }.
due-next-answer = The reporter's reply is to be answered by <b>{ $due }</b>.
due-next-answer-late = <b>Late</b>: the reporter's reply was to be answered { $due }.
due-resolution = Resolved by <b>{ $due }</b>.
due-resolution-late = <b>Late</b>: it was to be resolved { $due }.
due-citizen = Waiting for the reporter; your time stands still.
due-ended = Nothing more is to be done.

tasks =
    <b>Open complaints</b>
    { $n } open, { $mine } handled by you, { $late } late.

    { $lines }
tasks-none = None. Thank you.
tasks-line = • <b>{ $ticket }</b> { $category } ({ $unit }) – { $state }{ $holder }; { $due }
tasks-held = ; handled by: { $holder }
tasks-mine = you
tasks-due = until { $due }, { $left } of working time left
tasks-due-days = until { $due }, { $days } working days left
tasks-due-late = <b>late</b> since { $due }
tasks-due-citizen = waiting for the reporter

cases-reminder =
    <b>Reminder</b>

    { $lines }
cases-escalated =
    <b>Late complaints</b>

    { $lines }

    Please help to have them dealt with soon.
cases-line = • <b>{ $ticket }</b> { $category } ({ $unit }) – { $clock }, { $step }: { $due } { $held }
cases-more = … and { $n } more in /tasks
cases-unheld = (handled by nobody yet)
clock-first-answer = first answer
clock-next-answer = answer to a reply
clock-resolution = resolution
step-half = half of the time is used, until
step-three-quarters = three quarters of the time are used, until
step-end = the time is over
step-head = past its end
