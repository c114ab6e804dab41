# Ratings in doubt: looked at by heads and admins, excluded by two people only.
menu-flags = Ratings to look at
button-flags = Ratings to look at
button-flags-decided = Decided
button-flags-hand = Doubt a rating
button-flags-mine = Doubt a rating
button-flag = ({ $n }) { $reason }: { $unit }
button-flag-look = Look again

flags =
    <b>Ratings to look at</b>

    { $lines }

    Until they are decided, all of these ratings count.
flags-decided =
    <b>Decided</b>

    { $lines }
flags-none = None.
flags-line =
    • { $unit }: { $reason }, { $n ->
        [one] 1 rating
       *[other] { $n } ratings
    }, { $at }
flags-line-proposed =
    • { $unit }: { $reason }, { $n ->
        [one] 1 rating
       *[other] { $n } ratings
    }, { $at }. Proposed to be excluded: { $counted }
flags-line-excluded =
    • { $unit }: { $reason }, { $n ->
        [one] 1 rating
       *[other] { $n } ratings
    }, { $at }. Excluded: { $counted }

flag-reason-burst = many at once
flag-reason-same-words = the same words
flag-reason-new-accounts = new users at once
flag-reason-in-turns = the same few raters
flag-reason-period-end = a jump at the end of a quarter
flag-reason-staff = rated by own staff
flag-reason-quick = visits of seconds
flag-reason-by-hand = doubted by somebody

flag-scores = { $n ->
    [1] All scores are the same.
   *[other] There are { $n } different scores among them.
}
flag-led-burst = { $n } ratings by { $raters } people came within { $minutes } minutes, faster than people can be served. { $scores } Busiest day of the four weeks before: { $busiest }. Visits that ended around that time: { $visits }.
flag-led-same-words = { $raters } people wrote nearly the same words within two weeks. { $scores } What everybody says is not compared.
flag-led-new-accounts = { $raters } people first seen minutes before rated this unit within { $minutes } minutes, without a recorded visit, and did nothing else. { $scores }
flag-led-in-turns = The same { $raters } people gave { $n } of the { $of } ratings of visits to one officer (or of visits of which it is not known who served) within 30 days. { $scores }
flag-led-period-end = { $n } ratings on one day shortly before the end of a quarter. On other days of this quarter the mean is { $per_day }. Visits that ended that day: { $visits }. { $scores }
flag-led-staff = The rater was serving in the unit that was rated.
flag-led-quick = The officer began and ended the visit within { $seconds } seconds at most, then it was rated.
flag-led-by-hand = { $name } doubts it: { $words }

flag =
    <b>{ $unit }: { $reason }</b>
    { $led }

    { $lines }

    { $notes }
flag-rating = { $n }. Rater { $rater }, { $at }: <b>{ $score }</b>, { $asked }
flag-rating-stands = { $n }. Rater { $rater }, { $at }: <b>{ $score }</b>, { $asked } – { $state }
flag-words = “{ $words }”
flag-asked-visit = by the code of a visit
flag-asked-invited = by invitation
flag-asked-counter = by the QR code of a counter
flag-asked-unit = by the QR code of the unit
flag-asked-search = by searching
flag-is-proposed = proposed to be excluded
flag-is-kept = counts
flag-is-excluded = excluded
flag-is-withdrawn = withdrawn by the citizen
flag-was-proposed = { $name } proposes to exclude: { $words }
flag-was-kept = Counts, says { $name }: { $words }
flag-was-excluded = Excluded by { $name }: { $words }
flag-hidden = { $n } other ratings of this pattern are about you or yours, so they are not shown and not yours to decide.
flag-note = This is a doubt, no more. To keep it counted takes one person, to exclude it two. What the figures would be without these ratings is left out on purpose: weigh the pattern, not the result.

button-flag-keep = Keep counted ({ $n })
button-flag-propose = Propose to exclude ({ $n })
button-flag-agree = Agree to exclude ({ $n })
button-flag-disagree = Disagree ({ $n })
button-flag-restore = Restore ({ $n })
button-flag-same = The proposer's reason

flag-ask =
    { $asked }

    Please write the reason, at least { $least } characters. Do not write a citizen's name.
flag-ask-keep = Why do these ratings stay counted ({ $n })?
flag-ask-propose = Why should these ratings be excluded ({ $n })? A second person decides.
flag-ask-agree = Why do you agree to exclude these ratings ({ $n })?
flag-ask-disagree = Why should these ratings not be excluded ({ $n })? After this they stay counted.
flag-ask-restore = Why are these ratings restored ({ $n })? After this they count again.
flag-ask-raise =
    Why do you doubt this rating? It stays counted; two other people can exclude it.

    Please write the reason, at least { $least } characters. Do not write a citizen's name.

flag-done =
    { $told }
flag-done-keep = Stay counted: { $n }.
flag-done-propose = Proposed to be excluded: { $n }. Until a second person decides, they count.
flag-done-agree = Excluded: { $n }. Reports tell how many and why; whoever may review can restore them.
flag-done-disagree = Stay counted: { $n }.
flag-done-restore = Counted again: { $n }.
flag-left = Not changed, since they are not yours to decide: { $n } other ratings of this pattern.
flag-second-told = Other heads and admins are told at the next opening.
flag-second-nobody = But there is no second person for this unit yet. Please ask an admin to add another head or admin.
flag-raised = Noted. Heads and admins will look at it. The rating counts until two people decide otherwise.

flags-hand-units = Which unit's ratings do you doubt?
flags-latest =
    <b>Ratings of the last 30 days</b>

    { $lines }

    Press the number of the rating you doubt.
flags-given = { $n }. { $at }: <b>{ $score }</b>

flag-notice =
    <b>Ratings to look at</b>
    New doubts: { $new }. Proposals that wait for a second person: { $proposed }.

flag-unknown = Sorry, this rating was not found.
flag-not-counted = This rating does not count any more, so there is no need to doubt it.
flag-known = This rating was doubted and looked at before.
flag-enough = { $limit } ratings you doubt are not decided yet. Please wait for that first.
flag-few = There are fewer than { $least } ratings in the last 30 days. So that nobody is recognised, they are not listed yet.
flag-about-you = This rating is about you, so others decide.
flag-own-rating = You gave this rating yourself, so others decide.
flag-proposed-already = Somebody has proposed it already. A second person agrees or not.
flag-not-proposed = Nobody has proposed to exclude this rating.
flag-second-person = You proposed or doubted it, so somebody else decides.
flag-decided-already = There is nothing left to decide here.
flag-not-excluded = This rating is not excluded.
