# The evaluation meeting: its pack, promises, and what became of them
menu-meeting = Evaluation meeting and its promises
button-meeting-promise = See the promise
button-meeting-new = Enter a promise
button-meeting-kept = Kept
button-meeting-not-kept = Not kept
button-meeting-unit = The whole unit
meeting-units = The meeting of which unit?
meeting =
    <b>Evaluation meeting</b>
    { $unit }

    { $lines }
meeting-none =
    <b>Evaluation meeting</b>
    { $unit }

    No promise was entered yet.
meeting-line = <b>{ $number }.</b> { $who }: { $words } (until { $due }): { $state }
meeting-promise =
    <b>Promise of { $who }</b>
    { $unit }, meeting on { $period }

    { $words }

    Until: { $due }
    State: { $state }
meeting-open = running
meeting-late = overdue, nothing was told
meeting-kept = kept. { $outcome }
meeting-not-kept = not kept. { $outcome }
meeting-ask-kept = What came of it? A few words ({ $most } characters at most); they go into the next meeting's pack.
meeting-ask-not-kept = Why was it not kept? A few words ({ $most } characters at most); they go into the next meeting's pack.
meeting-who = Who promises?
meeting-period = At the meeting on which period?
meeting-ask-words = What is promised? Write { $least } to { $most } characters, for example: <i>Answer every complaint within one working day.</i>
meeting-ask-due = Until when? Write the date, for example 31/3/2027.
meeting-due =
    <b>A promise of the evaluation meeting is due soon</b>
    { $who }: { $words }

    Until: { $due }
meeting-no-unit = You are not in any unit yet.
meeting-no-period = This office has no appraisal period yet.
promise-due-wrong = The date must be from today on and within two years.
promise-closed = This promise was closed already.
promise-too-many = { $most } promises at most for one meeting.
