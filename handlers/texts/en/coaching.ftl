# Training: needs, events, their effect, the team that watches.
menu-training = Training: proposals and effects
button-training = Training
button-training-mine = Proposals for me ({ $n })
button-training-ask = Ask for a training
button-training-waiting = Waiting for your decision ({ $n })
button-training-propose = Propose for an officer
button-training-events = Trainings and what they did
button-training-events-of = Trainings: { $name }
button-training-report = The team's list
button-training-catalogue = Catalogue
button-training-team = Watching team
button-training-accept = Accept
button-training-decline = Decline
button-training-event = See the training
button-training-need = See the proposal
button-training-new = Hold a training
button-training-add = Add a participant
button-training-out = Take a participant out
button-training-came = Enter attendance
button-training-cancel = Cancel the training
button-training-cancel-yes = Yes, cancel it
button-training-effect = What it did
button-training-picture = See the picture
button-training-course-new = Add to the catalogue
button-training-course-close = Take out of the catalogue
button-training-watch = Add to the team

training-home =
    <b>Training</b>

    Proposals come from the figures of two periods, from yourself, or from your leader. The leader decides. You can see every proposal about you, with its reason.
training-mine =
    <b>Proposals for me</b> ({ $n })
training-waiting =
    <b>Proposals that wait for your decision</b> ({ $n })
training-of = { $name }: { $topic }
training-need =
    <b>Proposal of a training</b>
    { $officer }, { $unit }
    To be bettered: <b>{ $topic }</b>
    Suggested training: { $training }

    { $reason }

    { $decision }
training-none-suggested = none in the office's catalogue yet
training-need-evidence = Proposed by the figures: in two periods in a row clearly below the target, with the whole interval.
training-need-officer = Asked for by the officer: { $words }
training-need-head = Proposed by the leader: { $words }
training-fact = { $period }: { $figure }; target { $target }
training-fact-unit = { $period }: { $figure }; the unit's others { $target } (no target in the plan)
training-need-waits = Not decided by the leader yet.
training-need-accepted = Accepted by { $by }. { $words }
training-need-declined = Declined by { $by }: { $words }
training-led = Propose a training for whom?
training-led-hints =
    Propose a training for whom?

    Hints from the unit's survey (no single officer's figures):
    { $hints }
training-hint = { $element }: { $low } ({ $first }, n = { $n }) and { $lower } ({ $second }, n = { $m }), two quarters below quality B.
training-pick = What should become better?
training-words-ask = Why do you need this training? Write { $least } to { $most } characters. Your leader reads it.
training-words-propose = Why does the officer need this training? Write { $least } to { $most } characters. The officer reads it.
training-words-decline = Why is it declined? Write { $least } to { $most } characters. The officer reads it.
training-decided =
    <b>Decision about a proposal of a training</b>
    { $topic }

    { $decision }
training-proposed =
    <b>Your leader proposes a training for you</b>
    { $topic }

    { $decision }
training-asked =
    <b>{ $officer } asks for a training</b>
    { $topic }

    { $words }
training-found =
    <b>A training is proposed by the figures</b>
    { $officer }: { $topic }

    Clearly below the target in two periods in a row. You decide.
training-found-yours =
    <b>A training is proposed for you</b>
    { $topic }

    Your figures were clearly below the target in two periods in a row. This is a proposal, not an appraisal; your leader decides.

training-events =
    <b>Trainings</b>
    { $office }
training-events-none =
    <b>Trainings</b>
    { $office }

    There are none yet.
training-event-label = { $name }, { $first }
training-on = { $first }
training-from-to = { $first } to { $last }
training-event =
    <b>{ $name }</b>
    { $days }
    To be bettered: { $topic }
    { $words }

    { $state }
training-no-words = (no description)
training-cancelled = This training was cancelled.
training-nobody = Nobody takes part yet.
training-participants = Participants ({ $n }): { $names }
training-who = Who takes part? ★: an accepted proposal waits.
training-who-nobody = There is nobody else you may add.
training-needs-it = ★ { $name }
training-came = Who came? Tap a name to change it. The effect is measured for those who came only.
training-came-untold = ? { $name }
training-came-yes = ✓ { $name }
training-came-no = ✗ { $name }
training-out = Who is to be taken out?
training-invited =
    <b>You take part in a training</b>
    { $name }, { $days }
    Aim: { $topic }
training-not-any-more =
    <b>You no longer take part</b>
    { $name }, { $days }
    Aim: { $topic }
training-called-off =
    <b>The training is cancelled</b>
    { $name }, { $days }
    Aim: { $topic }
training-cancel-ask = Cancel <b>{ $name }</b> ({ $days })? All participants are told.
training-new = Which training of the catalogue?
training-new-none = The catalogue is empty. An admin of the office fills it with /training.
training-ask-days =
    <b>{ $name }</b>

    When? Write one date (18/1/2027) or two (18/1/2027 - 19/1/2027).

training-effect =
    <b>What the training did: { $name }</b>
    { $days }

    { $told }
training-picture =
    <b>{ $name }</b>
    { $told }
training-effect-better-up = After the training “{ $what }” became better: it rose from { $before } to { $after } (n = { $n } and { $m }; { $shift }); { $compared }.
training-effect-better-down = After the training “{ $what }” became better: it fell from { $before } to { $after } (n = { $n } and { $m }; { $shift }); { $compared }.
training-effect-worse-up = After the training “{ $what }” became worse: it rose from { $before } to { $after } (n = { $n } and { $m }; { $shift }); { $compared }.
training-effect-worse-down = After the training “{ $what }” became worse: it fell from { $before } to { $after } (n = { $n } and { $m }; { $shift }); { $compared }.
training-effect-none = After the training no change is visible in “{ $what }”: { $before } before, { $after } after (n = { $n } and { $m }; { $shift }, so it may be chance); { $compared }.
training-shift-share = difference { $by } percentage points, 95 % interval { $low } to { $high }
training-shift-score = difference { $by }, 95 % interval { $low } to { $high }
training-shift-minutes = { $by } times as long, 95 % interval { $low } to { $high } times
training-compared-alone = there is no group with enough data to compare with
training-compared-better = compared with { $officers } of the same unit who did not take part, the change is better ({ $shift })
training-compared-worse = compared with { $officers } of the same unit who did not take part, the change is worse ({ $shift })
training-compared-none = compared with { $officers } of the same unit who did not take part, the difference may be chance ({ $shift })
training-effect-selected = Some took part because their figures were low. Such figures usually rise a little by themselves.
training-effect-left-out = { $n } who took part are not counted, since they have no data in both spans.
training-effect-ahead = What it did can be seen from { $ready } on, after { $weeks } weeks.
training-effect-untold = Attendance was not entered, so its effect cannot be computed yet.
training-effect-few = There is not enough data to tell what it did.
training-effect-hidden = Fewer than three took part. Only their leaders can see the figures.
training-effect-cancelled = This training was cancelled.
training-no-picture = There is no picture of this training yet.
training-chart-trained = Took part ({ $n })
training-chart-others = Did not, same unit ({ $n })
training-chart-before = Before
training-chart-after = After

training-list =
    <b>Catalogue of trainings</b> ({ $n })
    { $office }
training-course =
    <b>{ $name }</b>
    To be bettered: { $topic }
    { $words }
training-ask-name = What is the training called? For example: <i>Answering complaints fast and clearly</i>
training-ask-topic = What should become better? Its effect is looked at on this figure, before and after.
training-ask-about = What does it teach, and who gives it? A few words, or skip.
training-team =
    <b>The team that watches trainings</b>
    { $office }

    Tap a name to take it out. At the beginning of each month the team gets a list: trainings that ended, effects that can be seen, proposals not decided yet.
training-team-none =
    <b>The team that watches trainings</b>
    { $office }

    Nobody yet. At the beginning of each month the team gets a list: trainings that ended, effects that can be seen, proposals not decided yet.
training-team-out = ✗ { $name }
training-watch = Who joins the team?
training-you-watch = You are in the team that watches the trainings of { $office }. On the first working day of each month you get its list.
training-report =
    <b>Trainings to watch</b>
    { $office }

    { $lines }
training-see = Effect: { $name }
training-fill = Attendance: { $name }
training-line-ended = Ended last month: { $name } ({ $days }).
training-line-ready = Its effect can be seen now: { $name } ({ $days }).
training-line-not-yet = Its effect can be seen from { $ready } on: { $name } ({ $days }).
training-line-untold = Attendance was not entered: { $name } ({ $days }).
training-line-needs = Proposals not decided in { $unit }: { $n }.
training-line-oldest = The oldest waits since { $since }.
training-line-nothing = Nothing to look at this month.

coaching-topic-unknown = That figure cannot be the aim of a training.
coaching-no-unit = You are not in any unit yet.
need-waits-already = There is a proposal about this already, not decided yet.
need-decided = This proposal was decided already.
training-unknown = That training is not in the catalogue.
training-too-many = The catalogue holds { $most } trainings at most.
event-days-wrong = The last day must not be before the first, and a training lasts { $most } days at most.
event-days-far = The date is too far from today.
event-weeks-wrong = Choose { $first } to { $last } weeks.
event-begun = The training has begun. Only attendance can be entered.
event-not-begun = Attendance is entered from the first day of the training on.
event-cancelled-already = This training was cancelled already.
