# One's own performance: evidence, no verdict.
menu-record = My performance
quarter-1 = 1st
quarter-2 = 2nd
quarter-3 = 3rd
quarter-4 = 4th
record-quarter = { $quarter } quarter { $year }
record =
    <b>Performance of { $name }</b>
    { $period }, until { $until }

    <b>Ratings while you served at a counter: { $n }</b>
    { $mean }

    <b>Complaints you handled</b>
    • answered: { $answered }
    • solved: { $resolved }
    • answers past the limit: { $late } ({ $open_late } still open); without external causes: { $late_without }

    <b>First answer, since the unit received it</b>
    { $first_answer }

    <b>First answer, since you took it</b>
    { $held }

    <b>External causes</b>
    { $causes }

    This is evidence from citizens, not an appraisal. Your leader decides.
record-ratings =
    <b>Ratings: { $n }</b>
    { $period }

    { $list }
record-rating = • { $day }: { $score }
record-cases =
    <b>Complaints: { $n }</b>
    { $period }

    Tap a number to open it. A ! means the answer was late.
record-case = { $ticket }
record-case-late = ! { $ticket }
record-few = The list is shown from { $least } ratings on, so that nobody can tell who rated.
record-how =
    <b>How it is counted</b>

    • Ratings: those given by the counter’s QR while you were on its roster. A score changed by the citizen counts as it stands now.
    • Mean: shown from { $least } ratings on, with its 95% range. The more ratings, the narrower the range.
    • Answers: complaints you held when they were answered. Time is the unit’s working time; nights and holidays do not count.
    • Since the unit received it: how long the citizen waited. Since you took it: the part that was yours.
    • What is unanswered and past its limit counts as late, with its time so far.
    • An external cause that a second person accepted is left out of the second figure. The first figure and the deadline stay.
    • A sender who keeps silent is no evidence, neither good nor bad.
    • The mood of comments is never part of your figures.
    • Officers are not ranked.

    This is evidence, not a verdict.
button-record-ratings = List of ratings ({ $n })
button-record-cases = List of complaints ({ $n })
button-record-how = How it is counted
button-record-back = Back to my performance
