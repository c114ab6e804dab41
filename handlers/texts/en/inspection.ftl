# The inspectorate, readings that are logged, the reporter's identity.
menu-inspection = Supervisory complaints
the-inspectorate = The inspectorate

role-inspector = inspector
button-role-inspector = Inspector
inspector-not-admin = An admin cannot be an inspector of the same office. Somebody else must examine.
joined-inspector =
    Welcome, <b>{ $name }</b>. You are now an inspector for { $where }.

    • Complaints of bribes, illegal levies, violence and harassment reach only you and the other inspectors.
    • /inspection – the list of them
    • What they say is opened with a reason. Each reading is logged: who, when and what for.
inspection-waits =
    { $n ->
        [one] A supervisory complaint is waiting for you.
       *[other] { $n } supervisory complaints are waiting for you.
    }
inspector-wanted =
    <b>An inspector is needed</b>

    { $n ->
        [one] A supervisory complaint is waiting for an inspector.
       *[other] { $n } supervisory complaints are waiting for an inspector.
    }
    Office: { $offices }

    Invite an inspector: tap the button below, then choose <b>Inspector</b>. Admins cannot see what the complaints say. This message comes again every day until somebody joins.

supervisory-replied = The reporter replied to the supervisory complaint <b>{ $ticket }</b>. Open it to read.
supervisory-noted = The reporter added a note to the supervisory complaint <b>{ $ticket }</b>. Open it to read.
supervisory-reopened = The reporter reopened the supervisory complaint <b>{ $ticket }</b>. Open it to read.
supervisory-confirmed = The reporter says that the supervisory complaint <b>{ $ticket }</b> is solved.
supervisory-withdrawn = The reporter withdrew the supervisory complaint <b>{ $ticket }</b>. There is nothing left to do.
supervisory-news = There is news of the supervisory complaint <b>{ $ticket }</b>. Open it to read.

inspection =
    <b>Supervisory complaints</b>
    { $what }

    { $lines }

    Tap a number to open it. You will be asked why.
inspection-open = Open: { $n }
inspection-ended = Ended: { $n }
inspection-none = None.
inspection-line = • <b>{ $ticket }</b> ({ $unit }) – { $state }{ $holder }; { $due }
inspection-held = , held by { $holder }
inspection-due = due { $due }
inspection-late = <b>overdue</b> since { $due }
inspection-still = no time is running
button-inspection = Supervisory complaints
button-inspection-list = ‹ The list
button-inspection-open = The open ones
button-inspection-ended = The ended ones
inspection-already = Complaint { $ticket } is with the inspectorate already.
inspection-ordinary = Complaint { $ticket } is not supervisory. Its unit handles it.

reading-why = What do you open <b>{ $ticket }</b> for? This reading is logged with your name and holds for 30 minutes.
reading-new = To see what it says
reading-work = To work on it
reading-report = To report to the leadership
reading-other = Another reason
reading-words = Write why you open <b>{ $ticket }</b>, in { $least } to { $most } characters.
reading-reason-first = Complaint { $ticket } is opened with a reason. Open it again with /inspection.
readings =
    <b>Readings of { $ticket }</b>
    { $n ->
        [one] Opened once.
       *[other] Opened { $n } times.
    }

    { $lines }
readings-line = • { $at }, { $name }: { $why }
button-case-readings = Who has read it
track-readings =
    { $n ->
        [one] An inspector opened this complaint once. It is logged who and what for.
       *[other] Inspectors opened this complaint { $n } times. Each time it is logged who and what for.
    }

case-refer =
    <b>{ $ticket }: hand it to the inspectorate?</b>

    For bribes, illegal levies, violence, threats or harassment by officers. After that your unit no longer sees this complaint, not in lists and figures either. The reporter is told.
button-case-refer-yes = Yes, hand it over
case-referred-done = Complaint <b>{ $ticket }</b> is with the inspectorate now. Your unit no longer sees it. Thank you.
case-referred-citizen =
    Complaint <b>{ $ticket }</b> is now examined by the inspectorate, because it is about possible misconduct of officers.

    { $unit } can no longer see it. Only inspectors read it, and each reading is logged. It will be settled by { $due }.
case-follow-ended = Complaint <b>{ $ticket }</b>, which you follow, is now examined in confidence and can no longer be followed. If the same happened to you, please send a complaint of your own with /complain.

case-forwarded-inspected = Complaint <b>{ $ticket }</b> is now on record as being about <b>{ $unit }</b>. Still only the inspectorate reads it; { $unit } does not see it. Its time limits stay.
happened-forwarded-inspected = On record as being about { $unit }. Only the inspectorate reads it.

button-case-refer-back = Back to the unit
refer-back-summary =
    <b>{ $ticket }: back to { $unit }</b>

    The reporter wrote for the inspectorate only. So { $unit } does not see those words and files, only a summary by you.

    Write the summary: what the matter is and what the unit should do. Mention nothing that tells who the reporter is. The reporter reads this summary too.
refer-back-confirm =
    <b>{ $ticket }</b> goes back to { $unit } with this summary:

    { $summary }

    The reporter is told at the same moment.
button-refer-back-yes = Send it back now
button-refer-back-rewrite = Write it again
case-referred-back-done = Complaint <b>{ $ticket }</b> is back with { $unit }. The unit reads only your summary.
case-referred-back-citizen =
    The inspectorate finds that complaint <b>{ $ticket }</b> is not misconduct to be examined in confidence. So it is handled by { $unit } now.

    { $unit } does not see what you wrote before, only this summary:

    { $summary }

    What you write after this message is read by { $unit }. If you do not want that, you can withdraw the complaint.
case-referred-back =
    <b>Complaint from the inspectorate</b> { $ticket }
    { $unit } · { $category }

    The inspectorate’s summary:
    { $said }

    Answer by <b>{ $answer_due }</b>.
    Settled by <b>{ $resolution_due }</b>.


button-case-reveal = Ask who sent it
reveal-why =
    <b>{ $ticket }: asking who the reporter is</b>

    The reporter chose to be anonymous. Who it is is told only if a second person agrees, and the reporter learns who asked and why.

    Write the reason, in at least { $least } characters.
reveal-asked-done = Your request for <b>{ $ticket }</b> has gone to a second person. Without a decision by { $due } it lapses.
reveal-asked =
    <b>A request to reveal a reporter</b>
    { $name } ({ $unit }) asks who the reporter of { $ticket } is.

    Reason: { $reason }

    Your decision is needed by { $due }.
button-reveal = Decide
reveal-decide =
    <b>Reveal the reporter of { $ticket }?</b>

    Asked by: { $name } ({ $unit })
    Reason: { $reason }

    If you agree, only { $name } learns it, and the reporter is told. If you refuse, the reporter is told too. Without a decision by { $due } the request lapses and the reporter is told too.
button-reveal-yes = Agree, reveal
button-reveal-no = Refuse
reveal-approved-done = { $name } has been told who the reporter of { $ticket } is. The reporter is told.
reveal-refused-done = You refused the request of { $name } for { $ticket }. The reporter stays unknown.
reveal-shown =
    The reporter of <b>{ $ticket }</b>: <a href="tg://user?id={ $account }">this Telegram account</a> (number { $account }).

    That is all the system knows. This message is given once and to you only; do not pass it on. The link opens if the reporter’s privacy settings allow it.
reveal-refused = The request to know the reporter of <b>{ $ticket }</b> was refused.
reveal-lapsed-notice = The request to know the reporter of <b>{ $ticket }</b> has lapsed: nobody decided in time.
reveal-citizen-shown =
    <b>It was told who you are</b>
    Complaint { $ticket }

    { $name } ({ $unit }) asked to know who you are, and a second person agreed. The reason: { $reason }

    What was told: your Telegram account, to { $name } only. Nobody else knows it.
reveal-citizen-refused =
    Complaint <b>{ $ticket }</b>: { $name } ({ $unit }) asked to know who you are. The reason: { $reason }

    The request was refused. You stay unknown.
reveal-citizen-lapsed =
    Complaint <b>{ $ticket }</b>: { $name } ({ $unit }) asked to know who you are. The reason: { $reason }

    Nobody agreed in time. Nothing was shown: you stay unknown.
reveal-head-only = Only the head of the unit can ask who a reporter is; for a supervisory complaint, an inspector.
reveal-gone = Who reported { $ticket } cannot be asked: it was withdrawn, or the data were erased.
reveal-named = The reporter of { $ticket } gave a name or did not ask to be anonymous, so there is nothing to reveal.
reveal-asked-already = There is a request for { $ticket } already; it waits for a decision.
reveal-nobody = There is no second person to decide: it takes an admin of the office who does not serve in this unit; for a supervisory complaint, another inspector.
reveal-own = Your own request must be decided by somebody else.
reveal-unknown = Sorry, this request was not found.
reveal-decided = This request was decided already.
reveal-lapsed = This request has lapsed.
reveal-asker-left = Who asked no longer has this complaint, so the reporter cannot be revealed to them.
