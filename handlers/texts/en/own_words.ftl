button-own-words = My own words
own-words-ask =
    <b>Your own words on { $period }</b>

    Write what should be known of your work in this period: what went well, what was hard, what you learnt. { $least } to { $most } characters.

    Your leader reads this, and it stands in the pack of the evaluation meeting.
own-words-ask-again =
    <b>Your own words on { $period }</b>

    What stands there now:
    <i>{ $before }</i>

    Send new words to replace them. { $least } to { $most } characters.
own-words-kept =
    Your own words on { $period } are kept.

    <i>{ $words }</i>

    You may change them until this period is frozen.
own-words-frozen = This period is frozen, so its words cannot be changed any more.
