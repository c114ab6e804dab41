# External causes: claimed by an officer, decided by a second person.
cause-kind-system = Central system down
cause-kind-power = Power or network cut
cause-kind-agency = Waiting for another agency
cause-kind-force_majeure = Force majeure (disaster)
cause-kind-incomplete = The sender's file is not complete

cause-standing-claimed = waits for a decision
cause-standing-accepted = accepted
cause-standing-refused = refused
cause-standing-lapsed = not decided
cause-span = { $start } – { $end }
cause-span-open = since { $start }, still going on
cause-tickets = { $tickets }
cause-tickets-more = { $tickets }, and { $n } more
cause-proof-file = { $n } attached

button-case-cause = External cause
button-cause = { $standing }: { $kind }
button-cause-send = Send for this complaint
button-cause-send-every = Send for all ({ $n } open complaints)
button-cause-accept = Accept
button-cause-refuse = Refuse
button-cause-read = Read it
button-causes = External causes waiting
button-cause-end = The cause is over

cause-ask-kind =
    <b>External cause</b> for complaint <b>{ $ticket }</b>

    What held you up? The deadline does not change. If it is accepted, the figures are shown with and without it.
cause-ask-start =
    Since when? Choose, or type the day and time.
    Examples: 08:30, yesterday 08:30, or 23/11 08:30
cause-ago = { $n ->
    [one] An hour ago
   *[other] { $n } hours ago
}
cause-since-today = Since opening: { $at }
cause-since-yesterday = Since opening: { $at }
cause-ask-end =
    From { $start }. Until when? Choose, or type the day and time.
    Examples: 11:00 or 23/11 11:00
cause-end-now = Over just now
cause-end-open = Still going on
cause-until = { $at }
cause-ask-reason = Please tell what happened, at least { $least } letters. Do not write the sender's name.
cause-ask-proof = What proves it? Send a photo or a file, or type the number of a letter or of a trouble ticket.
cause-confirm =
    <b>External cause</b> for complaint <b>{ $ticket }</b>
    { $kind }
    { $span }

    Reason: { $reason }
    Proof: { $proof }

    Send it to be decided by somebody outside your unit?
cause-claimed-told =
    Sent to be decided: { $tickets }.
    It is decided by { $decide_by } at the latest; after that it counts as not accepted. You will be told.
cause-claimed-nobody =
    Noted: { $tickets }.
    But there is nobody yet who may decide it. Please have another admin added before { $decide_by }; after that the cause counts as not accepted.

cause-to-decide =
    <b>An external cause waits for your decision</b>
    { $unit }, claimed by { $name }
    { $kind }
    { $span }

    Reason: { $reason }
    Proof: { $proof }
    Complaints: { $tickets }

    Please decide by { $decide_by }. If you accept, this time is left out of the second figure. The deadline for the citizen stays.
cause-reminder =
    <b>Still waiting for your decision: an external cause</b>
    { $unit }, claimed by { $name }
    { $kind }
    { $span }

    Reason: { $reason }
    Proof: { $proof }
    Complaints: { $tickets }

    After { $decide_by } this cause counts as not accepted.
cause-to-decide-unread =
    <b>An external cause waits for your decision</b>
    Supervisory complaint { $tickets }. You can read it once you have said why.

    Please decide by { $decide_by }; after that it counts as not accepted.
cause-reminder-unread =
    <b>Still waiting for your decision: an external cause</b>
    Supervisory complaint { $tickets }.

    After { $decide_by } this cause counts as not accepted.
cause-decided-unread = External cause for supervisory complaint { $tickets }: <b>{ $standing }</b>.
causes-waiting =
    <b>External causes that wait for your decision: { $n }</b>

    { $lines }
causes-line = • { $unit }, { $tickets }: until { $by }
causes-none = There are none.
cause-accepted =
    External cause <b>accepted</b> by { $name }.
    { $kind }, { $span }
    Complaints: { $tickets }
cause-refused =
    External cause <b>refused</b> by { $name }.
    { $kind }, { $span }
    Complaints: { $tickets }

    Why: { $words }
cause-lapsed =
    Nobody decided the external cause in time, so it is not accepted.
    { $kind }, { $span }
    Complaints: { $tickets }

    You may claim it again.
cause-view =
    <b>External cause</b>, { $unit }
    { $kind }
    { $span }

    Claimed by { $name }
    Reason: { $reason }
    Proof: { $proof }
    Complaints: { $tickets }

    { $standing }
cause-stands-claimed = Waits for a decision until { $by }.
cause-stands-accepted = Accepted by { $name }.
cause-stands-refused = Refused by { $name }: { $words }
cause-stands-lapsed = Nobody decided in time, so it is not accepted.
cause-accept-done = Accepted. The officer has been told.
cause-ask-refuse = Why do you refuse? The officer will read your reason.
cause-ask-ended =
    When was it over? Choose, or type the day and time.
    Examples: 11:00 or 23/11 11:00

cause-unknown = Sorry, this cause was not found.
cause-holder-only = Only who holds complaint { $ticket }, or the head of the unit, can claim an external cause.
cause-too-late = Complaint { $ticket } ended more than { $days } days ago. A cause can no longer be claimed for it.
cause-no-proof = Please send a photo or a file, or type the number of a letter or of a trouble ticket.
cause-in-future = That time has not come yet. Please give one that is past, or choose Still going on.
cause-backwards = Its end must be after its beginning.
cause-too-long = One cause lasts { $days } days at most. Please claim the rest anew.
cause-outside = That time is outside the life of complaint { $ticket }: before it was received or after it ended.
cause-not-yours-to-decide = This cause is decided by a second person outside the unit. You claimed it, or you serve in the unit or on the complaint.
cause-decided-already = This cause can no longer be decided: { $standing }.
cause-over-already = This cause is over already.
instant-unreadable = The time “{ $text }” cannot be read. Examples: 08:30, yesterday 08:30, or 23/11 08:30
