# Visits: the officer serves at the counter (/serve), the citizen scans the code.

menu-serve = Serve citizens at the counter
button-serve = Serve
button-serve-start = Start
button-serve-start-one = Start: { $service }
button-serve-next = Serve the next one
button-visit-of = Running: { $service } · { $minutes }
button-visit-resume-of = Go on: { $service }
button-visit-done = Done
button-visit-pause = Papers missing
button-visit-redirected = Sent elsewhere
button-visit-resume = Go on
button-visit-left = Did not come back
button-visit-code = Show the code
button-visit-undo = Undo
button-visit-undo-start = Cancel ({ $minutes } min)

serve =
    <b>{ $unit }</b>

    { $open }

    Which service begins?
serve-units =
    { $open }

    In which unit do you serve?
serve-none-open = Nobody is being served.
serve-line-open = • { $service }: { $minutes } so far
serve-line-paused = • { $service }: waiting for papers since { $since }
serve-service =
    <b>{ $service }</b>
    { $unit }
    Promised: { $promised }

    Press <b>Start</b> when the citizen is in front of you.
serve-no-promise = no time is promised
serve-no-counter = no counter
serve-no-unit = You do not serve in any unit yet. Ask an admin to add your role.
serve-no-service = This unit has no list of services yet. Ask an admin to add them with /offices.

visit-code =
    <b>{ $service }</b> · { $counter }
    Started { $started }

    Ask the citizen to scan this code. It is good for one rating, for { $days } days.
visit-running =
    <b>{ $service }</b> · { $counter }
    Started { $started }, { $minutes } so far
    Promised: { $promised }
visit-waiting =
    <b>{ $service }</b> · { $counter }
    Started { $started }, now <b>waiting for papers</b>; this time does not count.
    Promised: { $promised }

    Press <b>Go on</b> when the citizen comes back with the papers.
visit-done =
    <b>{ $service }</b> done in { $taken }.

    Pressed by mistake? <b>Undo</b> works for { $undo } minutes.
visit-done-within =
    <b>{ $service }</b> done in { $taken }. Promised { $promised }: on time.

    Pressed by mistake? <b>Undo</b> works for { $undo } minutes.
visit-done-late =
    <b>{ $service }</b> done in { $taken }. Promised { $promised }: late.

    Pressed by mistake? <b>Undo</b> works for { $undo } minutes.
visit-redirected =
    <b>{ $service }</b>: the citizen was sent elsewhere.

    Pressed by mistake? <b>Undo</b> works for { $undo } minutes.
visit-left =
    <b>{ $service }</b>: closed, the citizen did not come back.

    Pressed by mistake? <b>Undo</b> works for { $undo } minutes.
visit-undone = Undone. This visit never took place, and its code is no longer good.
visit-goes-on = Undone. The visit is as it was before.

visit-over = This visit has ended or was undone.
visit-paused = This visit is waiting for papers already.
visit-not-paused = This visit is not waiting for papers.
visit-undo-late = Sorry, it can only be undone within { $minutes } minutes.
visit-undo-rated = The citizen has rated this visit, so it cannot be undone any more.
visit-undo-scanned = The citizen has scanned its code, so the start cannot be undone. End it with Done or Redirected instead.
visit-just-started = You have just started this service. Send /serve to see it.
visit-too-many = { $limit } visits have not ended yet. End some of them first with /serve.
visit-of-queue = This visit was recorded by the queue system, so it is changed there.

visit-external-length = A queue number has 1 to { $limit } characters.
visit-external-differs = The number { $external } belongs to another visit already.
visit-times-order = The order of times cannot be: number taken, start, pause, end.
visit-in-future = It ends at a time that has not come yet.
visit-too-old = Visits more than { $days } days ago are not accepted any more.

visit-question =
    <b>{ $where }</b>
    { $service }, { $day }

    How was the service you received?
visit-question-running =
    <b>{ $where }</b>
    { $service }, { $day }

    You are still being served. You may rate now, or later with this message.

    How was the service you received?
button-visit-later = Not now
visit-later =
    All right. Rate <b>{ $where }</b> whenever you like with the message above, until { $days } days after the service has ended.
button-visit-my-rating = See my rating
visit-rated-by-you =
    <b>{ $where }</b>
    { $service }

    You have rated this visit already. Thank you.
visit-code-invalid = Sorry, this code is not known. It may have been cut off when it was scanned. Ask the officer to show it again, or rate the service with /rate.
visit-code-expired = Sorry, this code is too old. You can still rate the service with /rate.
visit-code-undone = Sorry, the officer has cancelled this visit, so its code is not good. Ask for a new one, or rate the service with /rate.
visit-code-own = This is the code of a visit you served yourself. Ask the citizen to scan it.
visit-rated = This visit was rated from another phone. A visit can be rated only once. You can still rate the service with /rate.
