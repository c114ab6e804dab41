# Complaints: making, following, handling them.
menu-complain = Make a complaint
menu-status = See your complaints
menu-tasks = Open complaints

category-persyaratan = Requirements
category-prosedur = Procedure
category-waktu = Service time
category-biaya = Fees
category-produk = Service result
category-kompetensi = Staff's skill
category-perilaku = Staff's manner
category-sarana = Building, equipment
category-pengaduan = Complaint handling
category-pungli = Illegal charges
category-keterlambatan = Delay
category-informasi = Information
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
complain-place =
    Where did it happen? Press the button below to send your location, or type the name of the place.

    The location button sends where you are now. For another place, please type its name.
complain-place-skip = You may skip the place.
complain-place-kept = The place was noted.
complain-place-none = All right, no place.
complain-place-point = a point on the map
complain-place-unknown = not given
complain-undecreed = This date may move, as the holidays of that year have not been set yet.

button-go-on = Go on
button-send = Send
button-send-complaint = Send the complaint
button-change-category = Change the kind
button-change-text = Change the text
button-change-place = Change the place
track-line = • <b>{ $ticket }</b> ({ $sent }), { $unit }, { $category }: { $state }
track-happened = • { $at }: { $what }

thread-head = <b>Conversation</b>
thread-none = No conversation yet.
empty-line = {""}
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
track-withdraw = Withdraw complaint <b>{ $ticket }</b>? Afterwards it cannot be opened again.
track-withdrawn = Complaint <b>{ $ticket }</b> was withdrawn.
track-kept = All right, complaint <b>{ $ticket }</b> goes on.
track-rate = How was complaint <b>{ $ticket }</b> handled?
track-rated = Thank you. Your rating for complaint <b>{ $ticket }</b> was stored.

button-track = See this complaint
button-track-reply = Reply
button-track-rate = Rate the handling
button-track-withdraw = Withdraw
button-needs-answer = Yes, please answer
button-only-note = No, just a note
button-withdraw-case = Yes, withdraw it
button-keep-case = No, let it go on

case-asked-citizen =
    <b>Question from { $unit }</b>
    Complaint { $ticket }

    { $said }

    Press <b>Reply</b> to answer.
case-forwarded-citizen = Complaint <b>{ $ticket }</b> was passed on to <b>{ $unit }</b>, which is responsible for it. Its time limits stay the same.
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

    Answer due by <b>{ $answer_due }</b>.
case-confirmed = The reporter says that complaint <b>{ $ticket }</b> is solved. Thank you.
case-withdrawn = The reporter withdrew complaint <b>{ $ticket }</b>. Nothing more is to be done.

case-view =
    <b>{ $ticket }</b>
    { $facts }

    { $said }

    { $thread }

    { $dues }
case-held-by-nobody = nobody yet
case-taken = You are now handling complaint { $ticket }.
case-answer = Write the answer to complaint <b>{ $ticket }</b>. The reporter reads it exactly as you write it. Photos, documents and voice messages may come with it.
case-ask = Write your question to the reporter of <b>{ $ticket }</b>. The time for resolving it stops until the reporter replies.
case-answered =
    The answer to <b>{ $ticket }</b> was sent to the reporter.

    { $said }
case-asked =
    The question about <b>{ $ticket }</b> was sent to the reporter.

    { $said }
case-hand = Which unit should handle complaint <b>{ $ticket }</b>? Its time limits go on.
case-handed = Complaint <b>{ $ticket }</b> was passed on to { $unit }.
case-outcome = Why can complaint <b>{ $ticket }</b> not be accepted?
case-reject =
    { $outcome } – <b>{ $ticket }</b>

    Write an explanation for the reporter, who can still open it again. At least { $least } characters.
case-rejected =
    Complaint <b>{ $ticket }</b>: { $outcome }. The explanation was sent to the reporter.

    { $said }

button-case = See the complaint
button-case-take = Take
button-case-answer = Answer
button-case-ask = Ask back
button-case-hand = Pass on
button-case-reject = Not accepted
button-tasks-all = All tasks of the unit
button-tasks-mine = Only my tasks

due-first-answer = First answer by <b>{ $due }</b> { $left }
due-first-answer-late = <b>Late</b>: the first answer was due { $due }.
due-next-answer = The reporter's reply is to be answered by <b>{ $due }</b> { $left }
due-next-answer-late = <b>Late</b>: the reporter's reply was to be answered { $due }.
due-resolution = Resolved by <b>{ $due }</b> { $left }
due-resolution-late = <b>Late</b>: it was to be resolved { $due }.
due-citizen = Waiting for the reporter; your time stands still.
due-ended = Nothing more is to be done.

cases-reminder =
    <b>Reminder</b>

    { $lines }
cases-escalated =
    <b>Late complaints</b>

    { $lines }

    { $whose } Please help to have them dealt with soon.
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
