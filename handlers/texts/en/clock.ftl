# Why time is counted as it is: sentences for heads of office, officers and the command line.
clock-sentence = { $parts }.
clock-line = • { $part }

clock-span = { $first }–{ $last }
clock-and = { $first } and { $last }
clock-day = { $day } { $hours }
clock-named = { $days } { $name }
clock-source = { $name } ({ $decree })
clock-days-between =
    … { $n ->
        [one] { $n } working day in between
       *[other] { $n } working days in between
    } ({ $total })
clock-days-more =
    … { $n ->
        [one] { $n } working day in between
       *[other] { $n } working days in between
    }
clock-more = … and { $n } more

clock-counted = Counted { $total }: { $days }
clock-counted-hardly = Less than a minute has been counted
clock-counted-nothing = No time has been counted yet
clock-from-opening = begun outside the opening hours, so counted from { $opening }
clock-day-number = working day { $n } of { $limit }; the day of receipt is not counted
clock-day-over =
    { $n ->
        [one] { $n } working day has
       *[other] { $n } working days have
    } passed, the limit is { $limit }; the day of receipt is not counted
clock-paused = paused { $span }
clock-paused-why = paused { $span } { $why }
clock-paused-since = paused since { $since }
clock-paused-since-why = paused since { $since } { $why }
clock-paused-more =
    … { $n ->
        [one] { $n } more pause
       *[other] { $n } more pauses
    } ({ $total })
clock-days-off = { $days } closed
clock-days-off-named = closed: { $days }
clock-weekly =
    { $days } every week ({ $n ->
        [one] { $n } day
       *[other] { $n } days
    })
clock-season = { $name } hours { $days }
clock-own-hours = { $day } open { $hours }, { $name }

clock-received = Received { $received }; limit { $duration }.
clock-received-closed = Received { $received }, outside the opening hours; limit { $duration }, counted from { $opening }.
clock-limit-days = The day of receipt is not counted. Working days counted: { $days }.
clock-limit-time = Opening hours counted: { $days }.
clock-limit-hours = Counted day and night, days off included.
clock-limit-calendar-days = The day of receipt is not counted. Every other day is, days off included, until 24:00 of the last.
clock-limit-skipped = Skipped as days off: { $days }.
clock-limit-other-hours = Other opening hours: { $hours }.
clock-limit-promised = Without pauses the limit would end { $end }.
clock-limit-moved = Moved on by { $total } of opening time, as it was { $pauses }.
clock-limit-moved-round = Moved on by { $total }, as it was { $pauses }.
clock-limit-end = Limit: { $end }.
clock-limit-end-closing = Limit: { $end }, the end of the last working day.
clock-limit-pausing = A pause still runs, so the limit keeps moving on.
clock-limit-kept = The end that was promised stands; by this calendar it would be { $recomputed }.
clock-undecreed = Note: the public holidays and collective leave after { $year } are not decreed yet. The result may differ once they are.

# Reasons of a pause.
pause-waiting = waiting for details from the reporter
pause-answered = waiting for the reporter's view of the answer
pause-solved = as it was solved, until it was reopened
pause-rejected = as it was rejected, until it was reopened
pause-archived = as it was archived, until it was reopened
pause-merged = as it was merged with another complaint
pause-cause = for a cause from outside
