# Rating a service, and finding a unit.
score-1 = Not good
score-2 = Less good
score-3 = Good
score-4 = Very good
rate-question =
    <b>{ $where }</b>

    How was the service you received?
rate-change =
    <b>{ $where }</b>

    Please choose the new score.
rate-comment =
    <b>{ $where }</b>
    Your score: <b>{ $score }</b>. It is stored.

    Anything to add? Write it here, or tap Skip.
rate-comment-changed =
    <b>{ $where }</b>
    Your score was changed from <b>{ $before }</b> to <b>{ $score }</b>. It is stored.

    Anything to add? Write it here, or tap Skip.
rate-comment-long = Sorry, a comment can have { $limit } characters; yours has { $length }. Please shorten it.
rate-thanks =
    Thank you. Your score for <b>{ $where }</b>: <b>{ $score }</b>.

    It can be changed for 24 hours.
rate-thanks-comment =
    Thank you. Your score and comment for <b>{ $where }</b> are stored: <b>{ $score }</b>.

    The score can be changed for 24 hours.
rating-too-old = Sorry, a score can be changed for 24 hours only.
button-change-score = Change score

find-unit =
    Which service do you mean?

    Choose the office, or type the name of the service, for example <i>KTP</i>.
find-units = Choose the unit.
find-no-units = This office has no units yet.
find-matches = Do you mean:
find-nothing = We did not find “{ $query }”. Try another word, or choose from the list.
button-other-unit = Find another service
figures-unit =
    <b>{ $unit }</b>
    { $weeks } weeks, up to { $last }

    { $score }

    <b>Services and promised times</b>
    { $services }
figures-score = Mean score: <b>{ $mean }</b> of 4 (range { $low }–{ $high }, { $n } ratings)
figures-few = { $n ->
    [1] Only 1 rating up to that day. Figures are shown from { $least } ratings on.
   *[other] Only { $n } ratings up to that day. Figures are shown from { $least } ratings on.
}
figures-service = • { $name }: { $duration }
figures-no-services = • no services listed yet
