# Indicators of performance: name, meaning, unit, what the officer controls, what changes it, how it is counted.
indicator-unit-count = visits
indicator-unit-share = per cent
indicator-unit-minutes = working time
indicator-unit-score = score 1 to 4
indicator-better-higher = Higher is better.
indicator-better-lower = Lower is better.
indicator-minimum = Shown from { $least } records on. Below that: not enough data yet, which never counts as zero.
indicator-context = Only as context, because it is not wholly in the officer's hands. It leads to no proposal for training or recognition.
indicator-formula = Formula version { $version }.

indicator-visits_served = Visits served
indicator-visits_served-means = How many visits of citizens you served to the end.
indicator-visits_served-controls = You record each visit. How many citizens come is not in your hands.
indicator-visits_served-change = How many citizens come, your shifts at the counter, and visits that are recorded completely.
indicator-visits_served-counted = Each visit recorded with its start and end under your name counts as one. It is a fact, so it has no range.

indicator-visits_within = Served within the promised time
indicator-visits_within-means = Of all visits you served, the part that was done within the time promised for that service.
indicator-visits_within-controls = The time from the start of the visit until you mark it as done.
indicator-visits_within-change = Papers checked at the start, visits marked as done at once, and faults of the system reported as an outside cause.
indicator-visits_within-counted = Visits in time divided by all visits with a promised time. Services without a promise do not count. Time is the unit's working time.

indicator-visit_time = Time to serve
indicator-visit_time-means = How long a visit with you takes: half of the visits took less than this, half took longer.
indicator-visit_time-controls = The time from when you start the visit until you mark it as done.
indicator-visit_time-change = Papers prepared in advance, and visits marked as done at once. Services that take long by nature make it larger.
indicator-visit_time-counted = Median and 90th percentile of the lengths of visits, in the unit's working time. Breaks and days off do not count.

indicator-first_answer = Time to the first answer
indicator-first_answer-means = How long a complaint is with you before the citizen gets a first answer: half took less than this, half took longer.
indicator-first_answer-controls = The time during which you hold the complaint. Time with others, or with nobody, is not part of it.
indicator-first_answer-change = Complaints answered or handed on at once. What stays open keeps adding time.
indicator-first_answer-counted = Median and 90th percentile of the time you held each complaint until its first answer, in the unit's working time. What is not answered yet is in it with its time so far.

indicator-answered_in_a_day = Answered within one working day
indicator-answered_in_a_day-means = Of the complaints you held, the part that was answered at most one working day after it came in.
indicator-answered_in_a_day-controls = The time during which you hold the complaint. If several people held it, lateness is shared out by the time each held it.
indicator-answered_in_a_day-change = Answer the same day or the next, even if only provisionally, and hand on at once what is not yours.
indicator-answered_in_a_day-counted = Each complaint counts 1 if it was answered within one working day. A late one counts less by your part of the lateness. One without an answer after a day counts as late.

indicator-solved_on_time = Solved on time
indicator-solved_on_time-means = Of the complaints you held, the part that was solved within its limit.
indicator-solved_on_time-controls = The time during which you hold the complaint. If several people held it, lateness is shared out by the time each held it.
indicator-solved_on_time-change = Complaints solved before their limit. Outside causes that a second person accepted give a second figure beside this one.
indicator-solved_on_time-counted = Each complaint counts 1 if it was solved on time. A late one counts less by your part of the lateness. One that is open past its limit counts as late.

indicator-confirmed = Confirmed by the citizen
indicator-confirmed-means = Of your solutions that citizens replied to, the part they confirmed as solved.
indicator-confirmed-controls = Your solution and how you explain it.
indicator-confirmed-change = The problem is really solved, and the citizen understands what was done.
indicator-confirmed-counted = Those confirmed divided by those confirmed or reopened. Citizens who say nothing do not count, for good or ill.

indicator-reopened = Reopened by the citizen
indicator-reopened-means = Of your solutions, the part that citizens opened again.
indicator-reopened-controls = Your solution and how you explain it.
indicator-reopened-change = Check the result before you mark it as solved, and explain it in simple words.
indicator-reopened-counted = Solutions opened again divided by all your solutions.

indicator-satisfaction_competence = Satisfaction: the officer's ability
indicator-satisfaction_competence-means = The mean score citizens gave your ability, in the survey after you served them.
indicator-satisfaction_competence-controls = What you know and how well you serve.
indicator-satisfaction_competence-change = Answers that are right and complete. The more citizens answer, the narrower the range.
indicator-satisfaction_competence-counted = Mean of the element competence of the officer, 1 to 4. Answers that two people left out are not part of it.

indicator-satisfaction_conduct = Satisfaction: the officer's manner
indicator-satisfaction_conduct-means = The mean score citizens gave your politeness and friendliness, in the survey after you served them.
indicator-satisfaction_conduct-controls = How you treat citizens.
indicator-satisfaction_conduct-change = Greeting, listening, explaining politely. The more citizens answer, the narrower the range.
indicator-satisfaction_conduct-counted = Mean of the element conduct of the officer, 1 to 4. Answers that two people left out are not part of it.

indicator-satisfaction_time = Satisfaction: speed
indicator-satisfaction_time-means = The mean score citizens gave the speed of the service, in the survey after you served them.
indicator-satisfaction_time-controls = Only in part. The queue, the system and the number of officers matter too.
indicator-satisfaction_time-change = Shorter queues, and visits that are done within the promised time.
indicator-satisfaction_time-counted = Mean of the element time, 1 to 4. It stands apart from the other elements.

indicator-satisfaction = Satisfaction overall
indicator-satisfaction-means = The mean score citizens gave the service, for your visits or while you were at the counter.
indicator-satisfaction-controls = Only in part. Citizens also judge fees, requirements, the waiting room and the queue.
indicator-satisfaction-change = The service of the whole unit, and how many citizens rate it.
indicator-satisfaction-counted = Mean of all ratings that count, 1 to 4. The tone of comments is never part of it.

indicator-unit_index = Index of the unit
indicator-unit_index-means = The index of the public satisfaction survey for the whole unit, to be seen beside your figures. It is not yours.
indicator-unit_index-controls = Nobody alone. It is the result of the whole unit.
indicator-unit_index-change = The service of the whole unit in all elements of the survey.
indicator-unit_index-counted = Mean of the complete surveys of your unit, 1 to 4. A figure of the unit never becomes a person's.

indicator-explained =
    <b>What it means</b>
    { $means }
    <b>What you control</b>
    { $controls }
    <b>How it is counted</b>
    { $counted }
    Unit: { $unit }. { $better } { $minimum } { $formula }
