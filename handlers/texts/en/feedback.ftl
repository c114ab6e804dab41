# Colleagues' feedback on the seven values (BerAKHLAK), and praise and advice on any day.

menu-feedback = Colleagues' feedback
button-feedback = Colleagues' feedback
button-feedback-answer = { $name } (until { $until })
button-feedback-write = Give praise or advice
button-feedback-mine = Feedback for me
button-feedback-team = Officers I lead
button-feedback-notes = Praise and advice
button-feedback-result = Result of { $period }
button-feedback-running = Under way: { $period }
button-feedback-words = Examples: { $value }
button-feedback-see = See the result
button-feedback-begin = Begin to answer
button-feedback-resume = Go on ({ $done } of 7)
button-feedback-go-on = Go on
button-feedback-later = Stop for now
button-feedback-decline = I will not answer
button-feedback-decline-yes = Yes, I will not answer
button-feedback-no-example = Skip, no example
button-feedback-send = Send
button-feedback-change = Change, or add an example
button-feedback-cancel = Cancel
button-feedback-about-value = About one of the values
button-feedback-about-result = About a planned result
button-feedback-about-nothing = About nothing in particular
button-feedback-take-back = Take it back
button-feedback-member = { $name }: { $state }
button-feedback-open = Ask for feedback: { $period }
button-feedback-all = Open for all, drawn by chance
button-feedback-all-yes = Yes, open for all
button-feedback-auto = Choose by chance
button-feedback-next = Next
button-feedback-chosen = ✓ { $name } ({ $relation })
button-feedback-other = { $name } ({ $relation })
button-feedback-days = Open for { $days } days
button-feedback-who = Who has answered
button-feedback-replace = Change the choice (once)

feedback-home =
    <b>Colleagues' feedback</b>

    Here you answer about colleagues, give praise or advice, and read what was said of you.

    { $waiting ->
        [0] Nothing waits for your answer.
       *[other] Waiting for your answer: { $waiting }. Each takes about two minutes.
    }
feedback-mine =
    <b>Feedback for me</b>

    A result opens when the time to answer is over.
feedback-mine-none =
    <b>Feedback for me</b>

    Nobody has been asked about you yet. Praise and advice may come on any day.

feedback-relation-leader = leader
feedback-relation-peer = peer
feedback-relation-subordinate = subordinate

feedback-level-1 = Not seen yet
feedback-level-2 = Seen at times
feedback-level-3 = Seen often
feedback-level-4 = Always seen
feedback-level-unseen = Not observed

feedback-result =
    <b>Feedback about { $name }</b>
    { $period }

    Figures: not yet · at times · often · always seen. Answers of peers and subordinates are shown where at least { $least } of them observed, without names.

    { $lines }
feedback-value-line =
    <b>{ $value }</b>
    { $lines }
feedback-seen = { $relation }: { $levels }
feedback-seen-leader = { $relation }: { $level }
feedback-few = { $relation }: not enough answers
feedback-unseen = { $relation }: no answer
feedback-words =
    <b>{ $value }</b>
    Examples about { $name }, { $period }. Their order is shuffled.

    { $lines }
feedback-example = • ({ $relation }) { $words }

# Guiding behaviours: circular 20/2021 of the Minister PANRB.
behaviour-service-1 = • Understands and meets the needs of the public
behaviour-service-2 = • Friendly, quick, brings solutions, can be relied upon
behaviour-service-3 = • Never stops improving
behaviour-accountable-1 = • Does the work honestly, responsibly, carefully, with discipline and high integrity
behaviour-accountable-2 = • Uses what belongs to the state responsibly, effectively and efficiently
behaviour-accountable-3 = • Does not misuse the powers of the office
behaviour-competent-1 = • Learns, to meet challenges that keep changing
behaviour-competent-2 = • Helps others to learn
behaviour-competent-3 = • Does the work with the best quality
behaviour-harmonious-1 = • Respects everybody, whatever their background
behaviour-harmonious-2 = • Likes to help others
behaviour-harmonious-3 = • Builds a good working atmosphere
behaviour-loyal-1 = • Upholds Pancasila and the 1945 Constitution, is loyal to the Republic and its lawful government
behaviour-loyal-2 = • Guards the good name of fellow civil servants, leaders, institution and state
behaviour-loyal-3 = • Keeps the secrets of office and state
behaviour-adaptive-1 = • Adapts quickly to change
behaviour-adaptive-2 = • Keeps innovating and develops creativity
behaviour-adaptive-3 = • Acts without waiting to be asked
behaviour-collaborative-1 = • Gives others the chance to contribute
behaviour-collaborative-2 = • Is open to working together for added value
behaviour-collaborative-3 = • Brings resources together for a common aim

feedback-intro =
    <b>Feedback about { $name }</b>
    { $period }. You are asked as a { $relation }.

    Seven questions with choices, about two minutes. Time to answer until { $until }.

    Your answer is kept without name and without time. The result is read when the time is over, and only where at least { $least } people answered. The leader can see that you answered, not what. People may recognise a style of writing: write only what was seen, and not your name.
feedback-intro-leader =
    <b>Feedback about { $name }</b>
    { $period }. You are asked as the { $relation }.

    Seven questions with choices, about two minutes. Time to answer until { $until }.

    The leader's answer is shown as the leader's, so it is not anonymous. Answers of peers and subordinates bear no names, and are shown where at least { $least } people answered.
feedback-ask =
    <b>{ $place } of 7: { $value }</b>
    About { $name }

    { $guides }

    How far is this behaviour seen in the work?
    <i>Not seen yet</i>: not seen when it was needed.
    <i>Seen at times</i>: seen when reminded or asked.
    <i>Seen often</i>: seen without being asked.
    <i>Always seen</i>: seen in busy or hard times too.

    { $example }
feedback-example-may = You may write one real example first, then choose.
feedback-example-kept = Your example is kept. Now choose.
feedback-pick =
    <b>One real example?</b>

    An example helps { $name } more than a choice alone. Choose the value to write an example or to change the answer.
feedback-pick-first = Please press one of the buttons.
feedback-preview =
    <b>Your answer about { $name }</b>

    { $lines }

    Once sent, it can be neither changed nor taken back, because nothing links it to you any more. Delete this message if you share your phone.
feedback-preview-leader =
    <b>Your answer about { $name }</b>

    { $lines }

    Once sent, it cannot be changed. It is shown as the leader's answer.
feedback-preview-line = <b>{ $value }</b>: { $level }
feedback-preview-example =
    <b>{ $value }</b>: { $level }
    “{ $example }”
feedback-paused = Kept: { $done } of 7. You can go on until { $until }.
feedback-thanks = Thank you. Your answer about { $name } has been received.
feedback-decline =
    <b>No answer about { $name }?</b>

    That is fine, and needs no reason. The leader only sees that you did not answer.
feedback-declined = All right. You will not be reminded of { $name } again.

feedback-to = Praise or advice for whom? It bears your name.
feedback-to-nobody = None of your colleagues, leaders or subordinates is registered here yet.
feedback-kind = What would you like to say to { $name }?
feedback-kind-praise = Praise
feedback-kind-advice = Advice
feedback-ask-praise = What is good in the work of { $name }? Write { $least } to { $most } characters: what happened, and what came of it.
feedback-ask-advice = What do you advise { $name }? Write { $least } to { $most } characters: what happened, and what could be tried.
feedback-sign =
    <b>{ $kind } for { $name }</b>
    { $about }

    “{ $words }”

    It bears your name and today's date, and goes into the performance record. Read by { $name }, the leader, and the leader's leader. Within 24 hours you can still take it back.
feedback-on = About: { $what }
feedback-on-nothing = About nothing in particular
feedback-about-value = About which value?
feedback-about-result = About which planned result?
feedback-sent = Sent to { $name }.
feedback-got =
    <b>{ $kind } from { $by }</b>
    { $about }

    “{ $words }”
feedback-cancelled = Cancelled. Nothing was sent.
feedback-taken-back = Taken back. The words are deleted from the record.
feedback-notes =
    <b>Praise and advice for { $name }</b>
    In the last year: { $n }

    { $lines }
feedback-notes-none =
    <b>Praise and advice for { $name }</b>

    None yet.
feedback-note-line =
    <b>{ $kind }</b>, { $by } ({ $relation }), { $day }
    { $value }“{ $words }”
feedback-note-value = { $value }:{" "}

feedback-team =
    <b>Officers you lead</b> ({ $n })

    Choose a name to ask for feedback, or to see who has answered.
feedback-state-none = not asked yet
feedback-state-open = { $done } of { $asked }
feedback-state-closed = finished
feedback-of =
    <b>Feedback about { $name }</b>

    { $lines }
feedback-of-line = { $period }: { $state }
feedback-of-none = Never asked for yet.
feedback-state =
    <b>Feedback about { $name }</b>
    { $period }, until { $until }

    { $lines }

    { $changed }
feedback-changed = The officer has changed the choice once. The reason: { $reason }
feedback-giver = • { $name } ({ $relation })
feedback-giver-asked = • { $name } ({ $relation }): not yet
feedback-giver-answered = • { $name } ({ $relation }): yes
feedback-giver-declined = • { $name } ({ $relation }): does not answer
feedback-all =
    <b>Open for all your officers?</b>

    For each officer who has no feedback in the present period, up to { $drawn } peers and { $drawn } subordinates are drawn by chance. You are asked too. Time to answer: { $days } days.
feedback-all-done =
    { $n ->
        [0] None was opened: all have one, or there is no colleague to ask.
       *[other] Opened for { $n } officers. They and those who were drawn have been told.
    }
feedback-choose =
    <b>Who is asked about { $name }?</b>
    { $period }

    You, as the leader, are always asked. Answers of fewer than { $least } peers, or subordinates, are not shown.

    { $chosen }
feedback-choose-change =
    <b>Change the choice: feedback about { $name }</b>
    { $period }

    Once only, with a reason. Who has answered stays. Answers of a group of fewer than { $least } are not shown.

    { $chosen }
feedback-count = Chosen as { $relation }: { $n }
feedback-count-few = Chosen as { $relation }: { $n }. Fewer than { $least }: their answers will not be shown.
feedback-count-nobody = There is no peer or subordinate to choose.
feedback-term =
    <b>For how long?</b>

    Feedback about { $name }, { $period }. Asked: { $n } people, you among them. The time to answer never passes the day the record is frozen.
feedback-opened = Feedback about { $name } ({ $period }) is open until { $until }. All who are asked have been told. You are asked too: /feedback.
feedback-asked =
    <b>Please give feedback about { $name }</b>
    { $period }

    About two minutes, until { $until }. You may decline.
feedback-about-you =
    <b>Feedback about { $name } has been opened</b>
    { $period }, until { $until }

    { $lines }

    You may change this choice once, with a reason.
feedback-choice =
    <b>Asked about { $name }</b>
    { $period }, until { $until }

    { $lines }
feedback-reason = Why is the choice changed? Write { $least } to { $most } characters. Your leader reads this reason.
feedback-choice-changed = The choice has been changed. Those added have been asked, and your leader has been told.
feedback-choice-told =
    <b>{ $name } has changed who gives feedback</b>
    { $period }, until { $until }

    The reason: { $reason }
feedback-no-more = You need no longer give feedback about { $name } ({ $period }, until { $until }): the choice was changed.
feedback-remind =
    <b>Feedback about { $name } waits for you</b>
    { $period }

    The time to answer ends { $until }.
feedback-closed-yours =
    <b>The feedback for you is complete</b>
    { $name }, { $period }. Time to answer until { $until }.
feedback-closed-led =
    <b>The feedback about { $name } is complete</b>
    { $period }. Time to answer until { $until }.

feedback-too-late = Feedback can be opened until three days before the record is frozen, for 3 to 30 days.
feedback-round-exists = Feedback for this officer and period has been opened already.
feedback-giver-unfit = Only peers and subordinates of this officer who have joined here can be chosen.
feedback-too-many = At most { $most } peers and { $most } subordinates.
feedback-changed-already = The choice can be changed once only, and has been.
feedback-change-thins = After the change each group must still have at least { $least } people, so that their answers can be shown.
feedback-has-answered = Somebody you left out has answered already, and so stays.
feedback-nothing-changed = Nothing has changed yet. Go back and choose other names.
feedback-closed = The time to answer is over.
feedback-still-open = The result opens when the time to answer is over.
feedback-answered-already = You have answered already. Thank you.
feedback-incomplete = There are still { $missing } values without your answer.
feedback-not-observed = For this value you chose “Not observed”. Choose what you saw first, then write the example.
feedback-no-colleague = Feedback is for your leader, peers and subordinates only.
feedback-note-stays = Praise or advice can be taken back within 24 hours only.
feedback-notes-too-many = At most { $most } notes of praise or advice a day. Please go on tomorrow.
feedback-nobody-led = You lead nobody at present.
