# Contests: one rating or complaint is contested, somebody else decides.
menu-contests = Contests
button-contests = Contests
button-contest = Contest
button-contest-look = Look at the contest
button-contest-decide = { $name }: { $what }, { $why }
button-contest-own = Your contest: { $what }, { $why }
button-contest-accept = Accept
button-contest-refuse = Refuse
contests =
    <b>Contests</b>
    Waiting for your decision: { $waiting }

    <b>Your own contests</b>
    { $mine }

    To contest something, open /performance, choose a figure, then the rating or complaint.
contests-none = None yet.
contests-line = • { $what }, { $why }: { $state }
contest-what-rating = rating
contest-what-case = complaint
contest-kind-not-mine = somebody else served
contest-kind-wrong-visit = about another visit or service
contest-kind-insult = an insult, not about the service
contest-kind-outside-cause = an external cause
contest-open = waiting for a decision
contest-accepted = accepted
contest-refused = refused
contest-accepted-by = Accepted by { $name }: { $words }
contest-refused-by = Refused by { $name }: { $words }
contest-ask-kind = Why should this { $what } not count in your record?
contest-ask-words = Write the reason, at least { $least } letters. Somebody else decides, not your appraiser. The citizen is not told.
contest-raised = The contest is recorded. Those who may decide were told. Until then it counts.
contest-raised-nobody = The contest is recorded, but nobody else may decide it yet. Please ask an admin to appoint a head or an admin of the office. Until then it counts.
contest-new =
    <b>New contest</b>
    { $name } contests a { $what }: { $why }. You or somebody else who may decides.
contest-reminder = A contest of { $name } is not decided yet. The record is frozen { $at }.
contest =
    <b>Contest of { $name }</b>, { $unit }
    { $why }

    { $fact }

    Reason: { $words }

    { $state }
contest-service = Service: { $service }
contest-fact-rating = <b>Rating: { $score }</b>
contest-fact-gone = This complaint is with the inspectorate now.
contest-ask-accept = You accept this contest. Write the reason, at least { $least } letters. The officer will read it.
contest-ask-refuse = You refuse this contest. Write the reason, at least { $least } letters. The officer will read it.
contest-done = The decision is recorded and the officer was told.
contest-told-accepted =
    <b>Your contest was accepted</b>
    { $what }, { $why }.
    Reason: { $words }

    In the second figure this is set aside.
contest-told-refused =
    <b>Your contest was refused</b>
    { $what }, { $why }.
    Reason: { $words }
contest-not-yours = That rating or complaint is not part of your record.
contest-already = You have contested this before. One thing is contested once.
contest-frozen = The record of that period is frozen. You can still object to the appraisal, or ask your leader for an amendment with a reason.
contest-decided = That contest has been decided already.
