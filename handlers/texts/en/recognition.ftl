# Recognition
menu-recognition = Recognition of officers
button-recognition-period = Choose for { $period }
button-recognition-other = Somebody else
button-recognition-publish = Publish to the whole office
recognition-home =
    <b>Recognition</b>

    { $lines }
recognition-home-none =
    <b>Recognition</b>

    There is none yet.
recognition-line = <b>{ $name }</b>, { $period }: { $reason } ({ $by })
recognition-candidates =
    <b>Recognition, { $period }</b>

    The figures speak for these: at least { $least } are clearly good, and none is clearly bad. In the order of names, without score or rank. You decide.

    { $lines }
recognition-candidates-none =
    <b>Recognition, { $period }</b>

    The figures point to nobody (at least { $least } clearly good, and none clearly bad). You may choose somebody all the same, with a reason.
recognition-candidate = <b>{ $name }</b>: { $good }
recognition-other = Who is to be recognised?
recognition-ask-reason =
    <b>Recognition of { $name }</b>, { $period }

    Why? Write { $least } to { $most } characters. The whole office reads it, so do not name citizens.
recognition-confirm =
    <b>Recognition, { $period }</b>
    { $name }

    { $reason }

    This is what the whole office will read. Write again to replace it.
recognition-given-now = Saved. The whole office is told soon.
recognition-published =
    <b>Recognition, { $period }</b>
    { $name }, { $office }

    { $reason }

    Decided by { $by }.
recognition-oneself = Somebody else decides about a recognition of yourself.
recognition-period-runs = That period is not over yet.
recognition-given = This officer was recognised for that period already.
