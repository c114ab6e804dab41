# Citizens: sending a complaint, following another's, seeing the way it goes.

# --- sending
complain-files = Any photos or documents (PDF)? Send up to { $limit } files, or skip. We remove the place and the camera owner's name from the files.
complain-files-voice = Any photos, documents (PDF) or voice messages? Send up to { $limit } files, or skip. We remove the place and the camera owner's name from the files.
complain-voice-anonymous = Your complaint is still without a name, and a voice can tell who you are. So this voice message was not kept. Please write it down. If you still want to use your voice: go on first, choose <b>With my name</b>, then press <b>Change files</b>.
complain-voice-dropped = We removed the voice message, as a voice can tell who you are.
complain-name = Which name shall we use? The officers who handle it can see this name. Press a button, or type a name.
complain-preview =
    <b>Please check</b>

    Unit: { $unit }
    About: { $category }
    Files: { $n }
    Place: { $where }

    What officers read:
    { $said }

    { $readers }

    Is this right?
preview-hidden = • Personal data and insults are covered with ••• so that others do not read them.
preview-anonymous = • <b>Without a name</b>: officers do not see who you are.
preview-named = • <b>With my name</b>: officers see the name { $name }.
preview-public = • <b>Not confidential</b>: other citizens may read it and wait for the answer with you.
preview-confidential = • <b>Confidential</b>: it is not shown to other citizens.
preview-inspectorate = • <b>To the inspectorate</b>: only the inspectorate reads it. The officers of { $unit } never see it.
switch-anonymous = Without a name
switch-anonymous-on = ✓ Without a name
switch-named = With my name
switch-named-on = ✓ With my name
switch-public = Not confidential
switch-public-on = ✓ Not confidential
switch-confidential = Confidential
switch-confidential-on = ✓ Confidential
button-to-inspectorate = Send to the inspectorate
button-to-unit = Send to the unit only
button-named = Use the name { $name }
button-anonymous = Stay without a name
complain-sent =
    We have received your complaint. Its number is:

    <b>{ $ticket }</b>

    { $promise } { $note }

    See how it is going at any time with /status.
complain-promise = { $who } will answer here by <b>{ $answer_due }</b> and settle it by <b>{ $resolution_due }</b>.
complain-promise-same = { $who } will answer here and settle it by <b>{ $answer_due }</b>.
complain-stopped = All right, this complaint was not sent.
complain-sent-inspectorate =
    The inspectorate has received your complaint. Its number is:

    <b>{ $ticket }</b>

    Only the inspectorate reads it. The officers of { $unit } do not see it.

    { $promise } { $note }

    See how it is going at any time with /status.

# --- what is alike
complain-similar =
    <b>Is it the same problem?</b>
    { $lines }

    If it is, just follow: you get every answer. If it is about a matter of your own, such as your documents, send your complaint.
complain-similar-own =
    {""}
    Your complaint { $ticket } is still open and says nearly the same. These words can be added to it.
complain-similar-others =
    {""}
    Others have complained of something alike:
similar-line = <b>{ $n }.</b> { $category }, { $sent }: “{ $said }” { $state }. { $followers ->
    [0] No other reports or followers yet.
   *[other] Other reports and followers: { $followers }.
}
button-follow-number = Follow complaint number { $n }
button-add-to-own = Add to { $ticket }
button-send-anyway = Send my complaint anyway
followed =
    You now follow complaint <b>{ $ticket }</b>. Every answer comes to you here, too.

    You may still send a complaint of your own with /complain.
added-to-own = Your words were added to complaint <b>{ $ticket }</b> and passed to the officer.
follow-own = Complaint { $ticket } is your own. Every answer already comes to you.
unfollowed = You no longer follow complaint <b>{ $ticket }</b>.

# --- news for followers
follower-look = Press the button below to read the answer.
case-answered-follower =
    <b>Answer from { $unit }</b>
    Complaint { $ticket }, which you follow

    { $said }
case-rejected-follower =
    <b>{ $unit }: not accepted</b>
    Complaint { $ticket }, which you follow. Reason: { $reason }.

    { $said }

    If your problem is still there, you can send a complaint of your own.
case-archived-follower =
    <b>{ $unit }: complaint filed away</b>
    Complaint { $ticket }, which you follow. Reason: { $reason }.

    { $said }

    If your problem is still there, you can send a complaint of your own.
case-confirmed-follower = The reporter says that complaint <b>{ $ticket }</b>, which you follow, is solved. If it is not for you, you can send a complaint of your own.
case-reopened-follower = Complaint <b>{ $ticket }</b>, which you follow, was opened again, as the problem is not solved.
case-withdrawn-follower = The reporter withdrew complaint <b>{ $ticket }</b>, which you follow. If the problem is still there, you can send a complaint of your own.
case-closed-follower = Complaint <b>{ $ticket }</b>, which you follow, was closed, as there was no word from the reporter. If the problem is still there, you can send a complaint of your own.
case-merged-citizen = Your complaint or one that you follow, <b>{ $own }</b>, is the same as <b>{ $ticket }</b> at { $unit }. Both go on as <b>{ $ticket }</b>. Every answer comes to you, too.
case-separated-citizen = Complaint <b>{ $ticket }</b> turned out to be a matter of its own. It is handled by itself again.
case-alone-citizen = Complaint <b>{ $other }</b> was withdrawn by its reporter. Complaint <b>{ $ticket }</b>, which was merged with it, goes on: { $unit } handles it by itself now. You need not do anything.

# --- merging: officers
case-merged-here = Complaint <b>{ $merged }</b> was merged into <b>{ $ticket }</b>. Its other reports and followers now: { $n }.
case-separated =
    <b>Complaint by itself again</b> { $ticket }
    { $unit } · { $category }
    Place: { $where }

    { $said }

    Answer by <b>{ $answer_due }</b>.
    Resolved by <b>{ $resolution_due }</b>.
case-reopened-wordless = <b>Complaint reopened</b> { $ticket }: the reporter came back after a silence. Answer due by <b>{ $answer_due }</b>.
merge-choose =
    <b>Merge { $ticket } into which complaint?</b>

    { $lines }

    Choose one, or type the number of a complaint. Its reporter will follow that complaint and get every answer.
merge-type =
    <b>Merge { $ticket } into which complaint?</b>

    Nothing alike was found. Type the number of the complaint about the same problem.
merge-line = • <b>{ $ticket }</b> { $category }, { $sent }: “{ $said }” { $followers ->
    [0] No other reports or followers yet.
   *[other] Other reports and followers: { $followers }.
}
merged = Complaint <b>{ $ticket }</b> goes on as <b>{ $into }</b>. Its reporter was told.
separated = Complaint <b>{ $ticket }</b> stands by itself again. Its reporter was told.
merge-self = A complaint cannot be merged into itself.
merge-unknown = Complaint { $ticket } is not among those that you handle.
merge-inspectorate = Complaint { $ticket } cannot be merged with that one: one is with the inspectorate, the other is not.
merge-confidential = Complaint { $ticket } is confidential. Those of other people cannot be merged into it.
merge-chain = Other complaints have been merged into { $ticket }. Please merge those one by one.
button-separate = Undo the merging
button-case-merge = Merge

# --- looking
track-list =
    <b>Your complaints</b>

    { $lines }

    Have the number? Type /status followed by it.
track-none =
    There is no complaint from you here yet.

    { $lines }
track-followed =
    {""}
    <b>What you follow</b>
track-followed-list =
    <b>Complaints that you follow</b>

    { $lines }
track-followed-none = You do not follow any complaint of others.
button-all-followed = All that you follow ({ $n })
track-case =
    <b>{ $ticket }</b>
    { $facts }

    { $said }

    <b>What has happened</b>
    { $happened }

    <b>What comes next</b>
    { $next }
track-followed-case =
    <b>{ $ticket }</b> (you follow it)
    { $facts }

    { $said }

    <b>What has happened</b>
    { $happened }

    <b>What comes next</b>
    { $next }
track-unit = { $unit } · { $category }
track-now = <b>{ $now }</b>
track-previous = Goes on from complaint { $ticket }
track-not-public = What it says is not shown to other citizens.
track-thread =
    <b>The whole conversation about { $ticket }</b>

    { $lines }
button-track-thread = The whole conversation
button-track-why = Why this limit?
button-track-again = Send a new complaint
button-track-unfollow = Stop following
button-goes-on = See how it goes on
button-stop = Cancel
button-reply-to = Reply to { $ticket }
looks-like-reply = Your words have not been sent yet. Are they a reply to your complaint?
writing-stopped = All right, nothing was sent.

now-sent = With { $with }, not read by an officer yet.
now-verified = Checked by { $with }, waiting for an officer to handle it.
now-forwarded = Passed on to { $with }, not read by an officer there yet.
now-in_progress = An officer of { $with } is handling it.
now-waiting = The officer of { $with } waits for the reply from { $whom }.
now-answered = { $with } has answered and waits for word from { $whom }.
now-reopened = Open again, with { $with }.
now-solved = Solved.
now-archived = Filed away by { $with }.
now-merged = Merged with a complaint about the same problem.
now-rejected = Not accepted by { $with }.
now-withdrawn = Withdrawn by { $whom }.
who-you = You
who-reporter = The reporter
whom-you = you
whom-reporter = the reporter
officer-unit = An officer
officer-inspectorate = An officer of the inspectorate

way-earlier = … { $n ->
    [one] { $n } earlier step
   *[other] { $n } earlier steps
}
happened-sent = { $who } sent the complaint about { $unit }.
happened-verified = { $officer } checked the complaint and decided its class.
happened-taken = { $officer } began to handle it.
happened-assigned = Given to another officer of the same place.
happened-returned = Waiting for another officer of the same place.
happened-forwarded = Passed on to { $unit }, which is responsible for it.
happened-referred = Passed on to the inspectorate. The officers of { $unit } no longer see it.
happened-referred-back = Given back by the inspectorate to { $unit }.
happened-reclassified = { $officer } corrected its class; the time limits follow.
happened-answered = { $officer } answered.
happened-asked-back = { $officer } put a question to { $whom }.
happened-citizen-replied = { $who } replied.
happened-commented = { $who } added a note.
happened-confirmed = { $who } said that it is solved.
happened-closed-by-silence = Closed, as there was no word from { $whom }.
happened-rejected = Not accepted, with a reason.
happened-archived = Filed away, with a reason.
happened-merged = Merged with a complaint about the same problem.
happened-separated = Separated again.
happened-reopened = { $who } opened it again.
happened-withdrawn = { $who } withdrew the complaint.
happened-handling-rated = { $who } rated how it was handled.
happened-cause-claimed = { $officer } reported an outside obstacle.
happened-cause-decided = A second person decided on the report of an obstacle.
happened-cause-ended = The outside obstacle is over.
happened-recalculated = The time limit was calculated anew with a new calendar.

next-verification = • An officer checks it by { $due }.
next-verification-late = • The check is <b>late</b> since { $due }. We are sorry.
next-answer = • It is answered here by { $due }.
next-answer-late = • The answer is <b>late</b> since { $due }. We are sorry.
next-resolution = • It is resolved by { $due }.
next-resolution-late = • Resolving it is <b>late</b> since { $due }. We are sorry.
heard-head = – The head of the unit was told on { $at }.
heard-office = – The head of the office was told on { $at }.
heard-inspectorate = – The inspectorate was reminded on { $at }.
heard-admin = – The people who run this service were told on { $at }.
heard-ombudsman = – { $ombudsman } The complaint here goes on.
next-answered = • Your turn: is this problem solved? Without word from you, the complaint closes { $until }.
next-waiting = • Your turn: the officer waits for your reply. Without word from you, the complaint closes { $until }.
next-follower-answered = • Waiting for word from the reporter. Without it, the complaint closes { $until }.
next-follower-waiting = • Waiting for the reporter's reply. Without it, the complaint closes { $until }.
next-follower-ended = • Nothing more. If the problem is still there, send a new complaint.
next-solved = • Nothing more. If the problem comes back, press <b>Open again</b> within 30 days of the end.
next-archived = • Nothing more. If the problem is not solved, press <b>Open again</b> within 30 days.
next-rejected = • Nothing more. If you do not agree, press <b>Open again</b> within 30 days.
next-too-late = • Nothing more. More than 30 days have passed, so a problem that comes back is sent as a new complaint linked to this one.
next-merged = • It goes on as { $into }. Every answer comes to you, too.
next-withdrawn = • Nothing more. You withdrew this complaint.

# --- acting
track-solved =
    Good to hear. Complaint <b>{ $ticket }</b> is solved.

    How was it handled?
track-reopen = We are sorry that it is not solved. What is still missing? Write it, and complaint <b>{ $ticket }</b> is opened again. Photos may come with it.
track-reopened = Complaint <b>{ $ticket }</b> is open again. An officer answers by { $due }.
track-more = Complaint <b>{ $ticket }</b> is open again. An officer answers by { $due }. What is still missing? Write it if you like, or skip.
track-open-again = All right. Complaint <b>{ $ticket }</b> stays open; the officer was told.
track-too-late = Complaint <b>{ $ticket }</b> ended more than { $days } days ago, so it is not opened again. You can send a new complaint linked to it: the unit and the kind are filled in.
track-again = This new complaint is linked to <b>{ $ticket }</b>: the unit and the kind are filled in, and officers see the link.
track-own-complaint = Your own complaint about the same problem as <b>{ $ticket }</b>: the unit and the kind are filled in.
track-unit-closed = { $unit } has closed. Please choose the unit that serves you now.
button-track-solved = Yes, it is solved
button-track-unsolved = Not yet
button-track-reopen = Open again
case-answered-citizen =
    <b>Answer from { $unit }</b>
    Complaint { $ticket }

    { $said }

    <b>Is this problem solved?</b>
case-archived-citizen =
    <b>{ $unit }: complaint filed away</b>
    Complaint { $ticket }. Reason: { $reason }.

    { $said }

    If you do not agree, press <b>Open again</b> and write why.
case-rejected-citizen =
    <b>{ $unit }: not accepted</b>
    Complaint { $ticket }. Reason: { $reason }.

    { $said }

    If you do not agree, press <b>Open again</b> and write why.
case-closed-silent = Complaint <b>{ $ticket }</b> was closed, as there was no word from you. If it is not solved, press <b>Open again</b> within { $reopen } days: one tap is enough.
case-too-late = Complaint { $ticket } ended more than { $days } days ago. Please send a new complaint linked to it.
