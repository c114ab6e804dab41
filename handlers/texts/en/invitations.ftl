# Invitations to rate: one question at the end of the day, to those who agreed and were drawn.

button-inviting-ask = May we ask you again now and then?
button-inviting = Invitations to rate
button-inviting-yes = Yes, you may
button-inviting-no = No
button-inviting-stop = Do not ask me again
inviting-ask =
    <b>May we ask you now and then?</b>

    At the end of a day on which you were served or sent a complaint, we may send you <b>one question</b>: how the service was. Who is asked is drawn by chance, and at most once in { $rest } days.

    The officers do not know who is asked. You need not answer, and can stop this at any time in /privacy.
inviting-on =
    <b>Invitations to rate: yes</b>

    At the end of a day on which you were served or sent a complaint, we may send you one question, at most once in { $rest } days.
inviting-off =
    <b>Invitations to rate: no</b>

    We send no questions. If you allow it, we may send one question at the end of a day on which you were served, at most once in { $rest } days.
inviting-agreed = Thank you. Now and then we will ask how the service was. Stop this at any time in /privacy.
inviting-declined = All right, we will not ask. You can still rate at any time with /rate.

invited-visit =
    <b>{ $where }</b>
    { $service }

    You were served here earlier. How was the service you received?

    <i>Answers are taken for { $days } days. The officers do not know that you were asked.</i>
invited-complaint =
    <b>{ $where }</b>

    You sent a complaint here. How was the service you received?

    <i>Answers are taken for { $days } days. The officers do not know that you were asked.</i>
invited-expired = Sorry, the time to answer this question is over. You can still rate with /rate. Thank you.

button-invited = Invitations to rate
button-invited-share = { $share } %
invited-share =
    <b>{ $unit }</b> – invitations to rate

    Now <b>{ $share } %</b> of the citizens who agreed to be asked, and were served or complained that day, get one question when the unit closes. The system draws them by chance; nobody can choose. A citizen is asked at most once in { $rest } days.

    At 0 % nobody is asked.
invited-share-unknown = Please choose one of the numbers offered.
