# Weekly summary.
menu-summary = Weekly summary
summary-choose = Whose summary would you like to see?
summary-no-place = Sorry, there is no unit that you lead yet.
summary-all = All offices
button-whole-office = All: { $office }
button-chart = Chart
button-xlsx = XLSX
button-week-before = « Week of { $day }
button-week-after = Week of { $day } »
button-week-this = This week »
button-other-place = Choose another unit or office

summary =
    <b>{ $title }</b>
    <b>{ $place }</b>
    { $week }

    <b>To look at this week</b>
    { $attention }

    <b>Ratings: { $n }</b>
    { $ratings }

    <b>Elements of the survey, lowest and highest</b>
    { $elements }

    <b>Visits ended: { $served }</b>
    { $serving }

    <b>Comments: { $comments }</b>
    { $mood }

    <b>Complaints</b>
    { $cases }

    <b>Until checked</b>
    { $verification }

    <b>Until the first answer</b>
    { $first_answer }

    <b>Until solved</b>
    { $resolution }

    <b>Handling, say the senders: { $handled }</b>
    { $handling }

    <b>External causes</b>
    { $causes }

    <b>Named most often</b>
    { $aspects }

    Messages not delivered: { $undelivered }
summary-title = Weekly summary
summary-title-last = Last week’s summary
summary-week = { $first } – { $last }
summary-week-running = { $first } – { $last }, so far (until { $until })

summary-mean = Mean <b>{ $mean }</b> of 4 (range { $low }–{ $high })
summary-mean-few = Mean: not enough yet (at least { $least })
summary-change-few = Week before: not enough to compare (at least { $least })
summary-change-chance = Week before { $last }. The difference of { $by } may be chance.
summary-change-up = Week before { $last }. Up { $by } (range { $low }–{ $high }).
summary-change-down = Week before { $last }. Down { $by } (range { $low }–{ $high }).
summary-scores = • scores: { $scores }
summary-score = { $score } { $n }
summary-asked-visit = code of a visit { $n }
summary-asked-invited = invited by chance { $n }
summary-asked-counter = counter’s QR { $n }
summary-asked-unit = unit’s QR { $n }
summary-asked-search = own search { $n }
summary-asked = • by way of: { $ways }
summary-response-visits = • rated by code: { $k } of { $n } visits
summary-response-invited = • answered an invitation: { $k } of { $n }
summary-received-ratings = • received { $n } = counted { $counted } + excluded { $excluded } + withdrawn { $withdrawn }
summary-no-ratings = No ratings yet.
summary-trend-few = Trend: not enough ratings in the last { $weeks } weeks, or the ones before.
summary-trend-chance = Trend of { $weeks } weeks: { $by } apart from the { $weeks } before, which may be chance.
summary-trend-up = Trend of { $weeks } weeks: up { $by } from the { $weeks } before (range { $low }–{ $high }).
summary-trend-down = Trend of { $weeks } weeks: down { $by } from the { $weeks } before (range { $low }–{ $high }).
summary-elements-few = Not enough questionnaires yet (at least { $least }).
summary-element = • { $element }: { $mean } (range { $low }–{ $high }, n { $n })
summary-served-none = None recorded yet.
summary-waited = • waited { $length } of working time on average ({ $n } visits)
summary-waited-few = • waiting time: not enough yet (at least { $least })
summary-processed = • served in { $length } of working time on average ({ $n } visits)
summary-processed-clock = • services promised in hours or calendar days: { $length } on average ({ $n } visits)
summary-processed-few = • time of service: not enough yet (at least { $least })
summary-promised = • within the promised time: { $share }% (range { $low }–{ $high })
summary-promised-few = • within the promised time: { $k } of { $n }
summary-promised-of = {"   "}– { $service }: { $told }
summary-promised-part = { $share }% (range { $low }–{ $high })
summary-promised-part-few = { $k } of { $n }
summary-services-alike = • the services’ ratings do not differ by more than chance
summary-best = • service rated highest: { $service }, { $mean } (n { $n })
summary-worst = • service rated lowest: { $service }, { $mean } (n { $n })
summary-attention-none = No pressing complaints.
summary-attention-late = { $place }. Past the limit and still open: { $n } ({ $tickets })
summary-attention-reopened = { $place }. Reopened by those who complained: { $n } ({ $tickets })
summary-attention-unhappy = { $place }. Unhappy with the handling: { $n } ({ $tickets })
summary-attention-subject = { $place }. Complained of most, { $subject }: { $n } ({ $tickets })
summary-mood = Positive { $positive }%, neutral { $neutral }%, negative { $negative }%, unclear { $unclear }%
summary-mood-none = No comments yet.

summary-received = • received: { $n }
summary-answered = • answered: { $n }
summary-on-time = • answered in time: { $share }% (range { $low }–{ $high })
summary-on-time-few = • answered in time: { $k } of { $n }
summary-on-time-without = • without external causes: { $share }% (range { $low }–{ $high })
summary-on-time-without-few = • without external causes: { $k } of { $n }
summary-solved = • solved: { $n } ({ $confirmed } by the sender’s word, { $silent } by silence)
summary-ended-rejected = • not accepted: { $n }
summary-ended-archived = • archived: { $n }
summary-ended-no-reply = • archived, the sender did not reply: { $n }
summary-ended-merged = • merged: { $n }
summary-ended-withdrawn = • withdrawn by the sender: { $n }
summary-reopened = • reopened: { $k } of { $n } answered
summary-late-none = • past the limit: 0
summary-late = • past the limit: { $n }, { $open } of them open (without external causes: { $less })
summary-open = • still open: { $n }
summary-supervisory = • for the inspectorate: { $n } (the number only)
summary-without-causes = Without external causes:
summary-without-same = • without external causes: the same
summary-causes-none = None was accepted: the figures are the same with and without.
summary-causes = { $n } of { $of } complaints ({ $cases }%), { $share }% of their working time
summary-causes-flagged = ⚠ More than { $cap }%. Please look into it.

summary-lengths-none = None yet.
summary-lengths-few = Not enough: { $n }, at least { $least }.
summary-median = { $n ->
    [1] • 1 complaint, within { $length }
   *[other] • half within { $length } ({ $n } complaints)
}
summary-p90 = • 9 of 10 within { $length }
summary-unfinished = • including { $n } late and still waiting
summary-length = { $length } of working time
summary-length-at-least = { $length } of working time or more
summary-aspects-none = None yet.
summary-aspect = { $place }. { $aspect } ({ $n })
summary-aspect-quoted = { $place }. { $aspect } ({ $n }): <i>“{ $quote }”</i>

summary-chart-caption = Chart of <b>{ $place }</b>, { $first } – { $last }
summary-xlsx-caption = All figures of <b>{ $place }</b>, { $first } – { $last }

# Chart and spreadsheet.
summary-file-name = summary
chart-scores = Ratings of this week (n = { $n })
chart-means = Mean by week (1–4, 95% range)
chart-cases = Complaints by week
chart-received = received
chart-answered = answered
chart-resolution = • half of them solved within { $length }
chart-resolution-without = • without external causes: { $length }
chart-no-ratings = no ratings yet

sheet-summary = Summary
sheet-days = Ratings by day
sheet-cases = Complaints
sheet-definitions = Definitions
column-figure = Figure
column-value = Value
column-low = Low
column-high = High
column-n = n
column-note = Note
column-day = Day
column-unit = Unit
column-asked = How asked
column-total = Total
column-ticket = Ticket
column-category = Category
column-state = State
column-received = Received
column-answer-due = Answer due
column-answered = Answered
column-answer-minutes = Working minutes to the answer
column-resolution-due = Solution due
column-ended = Ended
column-resolution-minutes = Working minutes to the solution
column-late = Late
column-class = Class
column-result = Result
column-answer-minutes-without = Working minutes to the answer, without external causes
column-resolution-minutes-without = Working minutes to the solution, without external causes
column-late-without = Late, without external causes
column-cause = External cause accepted
column-running = Still running
value-yes = yes
value-no = no
asked-visit = a visit’s single-use code
asked-invited = invitation by chance
asked-counter = counter’s QR
asked-unit = unit’s QR
asked-search = found it themselves

term-place = Unit or office
term-week = Week
term-until = Figures as of
term-n = Ratings
term-ratings-received = Ratings received
term-ratings-counted = Ratings counted
term-ratings-excluded = Ratings excluded
term-ratings-withdrawn = Ratings withdrawn
term-ratings-reason = Excluded by now: { $reason }
term-response-visits = Rated by the code of a visit (n: visits ended)
term-response-invited = Answered an invitation (n: invited)
term-mean = Mean rating
term-change = Change from the week before
term-trend = Trend: the last four weeks against the four before
term-element = Element of the survey: { $element }
term-elements = Elements of the survey
term-visits = Visits ended
term-waited = Waiting time, mean (working minutes)
term-processed = Time of service, mean (working minutes)
term-processed-clock = Time of service, mean, promised in hours or calendar days (minutes)
term-promised = Within the promised time (%)
term-promised-of = Within the promised time, { $service } (%)
term-mood = Mood of comments
term-mood-positive = Positive comments
term-mood-neutral = Neutral comments
term-mood-negative = Negative comments
term-mood-unclear = Unclear comments
term-received = Complaints received
term-answered = Complaints answered
term-solved = Complaints solved
term-reason = Reason: { $reason }
term-reopened = Reopened (% of those answered)
term-check = Check of the numbers
term-late = Late
term-late-without = Late, without external causes
term-open-late = Late and open
term-open = Open complaints
term-in-time = In time
term-answered-in-time = Answered in time (%)
term-answered-in-time-without = Answered in time (%), without external causes
term-resolved-in-time = Solved in time (%)
term-resolved-in-time-without = Solved in time (%), without external causes
term-verification = Time until checked
term-verification-median = Checked: median (working minutes)
term-verification-median-without = Checked: median (working minutes), without external causes
term-verification-p90 = Checked: 90th percentile (working minutes)
term-verification-p90-without = Checked: 90th percentile (working minutes), without external causes
term-first-answer = Time to the first answer
term-first-answer-median = First answer: median (working minutes)
term-first-answer-median-without = First answer: median (working minutes), without external causes
term-first-answer-p90 = First answer: 90th percentile (working minutes)
term-first-answer-p90-without = First answer: 90th percentile (working minutes), without external causes
term-resolution = Time to the solution
term-resolution-median = Solved: median (working minutes)
term-resolution-median-without = Solved: median (working minutes), without external causes
term-resolution-p90 = Solved: 90th percentile (working minutes)
term-resolution-p90-without = Solved: 90th percentile (working minutes), without external causes
term-without = Without external causes
term-causes = External causes
term-causes-cases = External causes: complaints
term-causes-time = External causes: part of the working time (%)
term-handling = Handling, say the senders (1–4)
term-result = Result
result-open = Still open
result-confirmed = Solved, says the sender
result-silent = Solved by the sender’s silence
result-rejected = Not accepted
result-archived = Archived
result-no-reply = Archived, the sender did not reply
result-merged = Merged
result-elsewhere = Handed over to another unit
result-withdrawn = Withdrawn by the sender
result-supervisory = Supervisory
check-line = received { $received } = { $parts }
check-counted = { $n } counted
check-merged = { $n } merged
check-elsewhere = { $n } handed over to another unit
check-withdrawn = { $n } withdrawn
check-supervisory = { $n } supervisory (the number only)
check-true = adds up
check-false = DOES NOT ADD UP: please report this
note-part = { $k } of { $n }
note-flagged = more than { $cap }%: please look into it
term-aspect = Aspects named
term-undelivered = Messages not delivered
note-at-least = or more: some are not answered yet
note-few = not enough, at least { $least }
note-chance = may be chance
note-real = beyond chance

definition-week = Monday 00.00 to the next Monday 00.00, by the clock of { $zone }. A week that is over gives the same figures whenever it is asked for: a score changed later counts with the value it had.
definition-n = Ratings given in the week. One person, one unit, one rating a day.
definition-mean = Sum of scores by number of ratings, on the scale from 1 to 4. 95% range: t-interval; one imagined answer spread evenly over the four scores is added to its variance, and it is cut off at 1 and 4. Below { $least } ratings there is no figure.
definition-change = Difference of the mean to the week before, with Welch’s 95% interval. If it holds zero, the difference may be chance.
definition-trend = The mean rating of the last four weeks against the four before, with Welch’s 95 % interval.
definition-element = The mean score of one element in the week’s questionnaires, with its 95 % interval. No figure below { $least } questionnaires. A questionnaire may be finished days later, so it may still grow.
definition-visits = Visits that ended in the week, as officers or queue systems recorded them.
definition-waited = From taking a number to being served, in the unit’s working time. No figure below { $least } visits.
definition-processed = From the beginning of service to its end, in working time; services promised in hours or calendar days stand apart. Time in which the citizen fetched papers is left out. No figure below { $least } visits.
definition-promised = Visits done within the time the service promises, of all that were done and have a promise.
definition-mood = Comments as the machine reads them, as advice only. It is never a figure about a person.
definition-received = Complaints sent to the unit in the week, or handed over to it by another unit.
definition-answered = Complaints whose first answer the citizen could see in the week.
definition-late = Complaints answered or solved in the week after their limit, and those still open past it at the end of the week.
definition-first-answer = Working time of the unit from receipt to the first answer the citizen could see. What is late and unanswered counts with its time so far, so a figure can be “or more”. The 90th percentile is shown from { $least } complaints on.
definition-resolution = The same, until the complaint is solved. Time spent waiting for the citizen does not count.
definition-check = Every complaint received in the week is told of exactly once: counted in the figures, excluded with its reason (merged, handed over to another unit), withdrawn by the sender, or supervisory.
definition-solved = Complaints that were solved at the end of the week: by the sender’s own word, or by 10 working days of silence after an answer. Silence never counts as satisfied. A rejection does not count.
definition-result = How it ended in the week. What was not accepted or was archived stays in the figures on time, so that turning down makes no figure better. What was merged counts with the complaint it goes on as, with its followers.
definition-reopened = Of the complaints answered in the week: how many their senders had reopened by its end. 95% range by Wilson.
definition-in-time = Of those answered (solved) in the week, with those still open past their limit. 95% range by Wilson; below { $least } complaints there is no percentage. Units are not ranked.
definition-verification = Working time of the unit from receipt until checked, handed over, or answered at once.
definition-without = The same figures with the time of accepted external causes left out: central system down, power cut, another agency, force majeure, incomplete file. The deadline for the citizen does not change. What overlaps is left out once.
definition-causes = Claimed by an officer with a reason and proof, decided by a second person outside the unit; what nobody decides is not accepted. When it is more than { $cap }% of the complaints or of their working time, the figure is flagged.
definition-handling = The sender’s score from 1 to 4 for the handling, once after each end. Below { $least } scores there is no figure.
definition-aspect = Comments and complaints that name the aspect; complaints by the category the citizen chose. Quotations are redacted; reports of bribes and the like are not quoted.
definition-undelivered = Messages that could not be delivered in the week, for example because the recipient blocked the bot.
