# Appraisals: evidence beside two questions; people decide, always.
menu-appraisals = Appraisals
button-appraisals = Appraisals
button-appraisal = Open the appraisal
button-appraisal-record = Evidence and feedback
button-appraisal-file = Every step
button-appraisal-pdf = The form (PDF)
button-appraisal-context = Spread in this office
button-appraisal-rate = Give both ratings
button-appraisal-rate-again = Change both ratings
button-appraisal-confirm = Confirm
button-appraisal-agree = I agree
button-appraisal-object = Object
button-appraisal-explain = Explain
button-appraisal-decide = Decide the objection
button-appraisal-uphold = The ratings stay
button-appraisal-change = Change the ratings
button-appraisal-sure = Decide
button-appraisal-other = ‹ Back to both ratings
button-appraisal-reopen = Reopen for rating
button-appraisal-amend = Enter changed evidence

appraisals =
    <b>Appraisals</b>

    { $lines }
    Choose one to open it.
appraisals-waiting-deciding = Objections that wait for your decision: { $n }.
appraisals-waiting-rating = Waiting for your ratings: { $n }.
appraisals-waiting-own = Waiting for your answer: { $n }.
appraisals-waiting-none = Nothing waits for you.
appraisals-none =
    There is no appraisal for you yet.

    Records are frozen some days after a period ends. The appraiser is then told here.
appraisal-label-own = My appraisal, { $period } ({ $state })
appraisal-label-rating = { $officer }, { $period } ({ $state })
appraisal-label-deciding = Objection of { $officer }, { $period }

appraisal-state-open = not rated
appraisal-state-rated = not confirmed
appraisal-state-delivered = delivered
appraisal-state-yours = waits for your answer
appraisal-state-objected = objection
appraisal-state-final = final

appraisal-page =
    <b>Appraisal, { $period }</b>
    { $officer }, { $unit }
    Appraiser: { $appraiser }

    { $facts }

    { $ratings }
appraisal-frozen = The record was frozen on { $at }, version { $version }.
appraisal-amended = Changed after it was frozen: { $reason }
appraisal-stands-open = Waiting for both ratings by the appraiser, until { $rate_until }.
appraisal-stands-rated = Waiting for the appraiser to confirm, until { $rate_until }.
appraisal-stands-delivered = Delivered to the officer, who may object until { $objection_until }.
appraisal-stands-yours = Please read it, then agree or object until { $objection_until }. If you say nothing until then, the appraisal becomes final.
appraisal-undelivered = Confirmed. The officer has not joined this service yet, so the term of objection does not run.
appraisal-stands-objected = The objection is with the appraiser's superior. The explanation is awaited until { $explain_until }, the decision until { $decide_until }.
appraisal-stands-heard = The objection is with the appraiser's superior. Both sides have been heard; the decision is awaited until { $decide_until }.
appraisal-stands-final = This appraisal is final.
appraisal-next-rate-again = The record changed after the ratings were given. Please read the new evidence and give both ratings again.
appraisal-next-reopen = The record changed after the appraisal became final. The ratings stay unless you reopen it.
appraisal-next-amended = The record changed after the ratings were given. Nobody has changed the ratings.

appraisal-unrated = No rating has been confirmed yet.
appraisal-rating-work = <b>Work results: { $rating }</b>. { $note }
appraisal-rating-behaviour = <b>Behaviour: { $rating }</b>. { $note }
appraisal-reason = Reason, since the rating contradicts the evidence: { $reason }
appraisal-rated-by = Rated by { $by }.
appraisal-predicate = <b>Predicate: { $predicate }</b>, confirmed by { $by }.
appraisal-preview = By the matrix these two ratings are called <b>{ $predicate }</b>. The predicate counts, and is delivered, only once you press Confirm.

appraisal-card =
    <b>{ $officer }, { $period }</b>
    { $heading }

    { $lines }

    Part { $number } of { $of }
appraisal-card-empty = This record holds no plan, figures or feedback.
appraisal-card-file = Every step of the appraisal
appraisal-card-result-main = Main result { $place }: { $text }
appraisal-card-result-additional = Additional result { $place }: { $text }
appraisal-card-value = Behaviour: { $value }
appraisal-card-others = Other figures of the system, as context
appraisal-card-notes = Other feedback
appraisal-card-own = The officer's own words
appraisal-plain = { $text }
appraisal-indicator = • { $text }. Target: { $target }. Evidence: { $realised } { $against }
appraisal-beside = – { $line }
appraisal-target-at_least = at least { $value } { $measure }
appraisal-target-at_most = at most { $value } { $measure }
appraisal-not-reported = not reported yet
appraisal-amount = { $value } { $measure }
appraisal-reported = { $amount } (reported by the officer, proofs: { $proofs }) { $words }
appraisal-against-met = (target met)
appraisal-against-short = (target not met)
appraisal-against-undecided = (not certain: the target lies within the range)
appraisal-against-no_data = (not enough data yet)
appraisal-relation-leader = Leader
appraisal-relation-peer = Peers
appraisal-relation-subordinate = Subordinates
appraisal-expected = The leader's expectation: { $words }
appraisal-seen = • { $relation }: not yet { $l1 }, sometimes { $l2 }, often { $l3 }, always { $l4 }
appraisal-seen-leader = • { $relation }: { $level }
appraisal-seen-few = • { $relation }: too few answers to be shown
appraisal-example = – “{ $text }”
appraisal-figure = • { $name }: { $figure }
appraisal-note-praise = • { $at }, { $by } (praise): { $text }
appraisal-note-advice = • { $at }, { $by } (advice): { $text }

appraisal-clock = the system, by the clock
appraisal-entry = <b>{ $at }</b>: { $step }, { $by }
appraisal-entry-ratings = Work results: { $work }. Behaviour: { $behaviour }.
appraisal-entry-predicate = Predicate: { $predicate }.
appraisal-entry-words = “{ $words }”
appraisal-step-opened = record frozen and appraisal opened
appraisal-step-appraiser_changed = another appraiser
appraisal-step-amended = late evidence added
appraisal-step-rated = both ratings given
appraisal-step-confirmed = predicate confirmed and delivered
appraisal-step-agreed = the officer agreed
appraisal-step-term_passed = the term of objection ended without one
appraisal-step-objected = the officer objected
appraisal-step-explained = the appraiser explained
appraisal-step-explanation_passed = the time to explain ended without an explanation
appraisal-step-decided = the objection was decided
appraisal-step-reopened = the appraisal was reopened

appraisal-confirmed = Confirmed and delivered to the officer.
appraisal-agreed = Thank you. This appraisal is final now.

appraisal-context =
    <b>Spread of predicates, { $period }</b>
    The whole office, as far as confirmed:
    { $lines }

    { $organisation }

    This is context only. There is no quota: everybody is appraised by their own evidence.
appraisal-spread = • { $predicate }: { $n }
appraisal-spread-hidden = not shown (too few)
appraisal-spread-few = • Not shown yet: fewer than 5 officers.
appraisal-organisation = The organisation's predicate: { $predicate } (source: { $source }).
appraisal-organisation-none = The organisation's predicate has not been entered.

appraisal-decide =
    <b>Objection of { $officer }</b>

    The officer: “{ $words }”

    The appraiser: “{ $explanation }”

    Your decision is final. Please decide until { $until }.
appraisal-unexplained = gave no explanation in time

appraisal-ask-work =
    <b>Work results of { $officer }</b>

    How were the results against what you expected? This application proposes no answer.
appraisal-ask-behaviour =
    <b>Behaviour of { $officer }</b>

    How was the behaviour against what you expected? This application proposes no answer.
appraisal-ask-work-note = Write a note on the results: which evidence you saw. At least { $least } characters. The officer will read it. Please do not name citizens.
appraisal-ask-behaviour-note = Write a note on the behaviour, with an example. At least { $least } characters. The officer will read it. Please do not name citizens.
appraisal-ask-reason =
    <b>The rating contradicts the evidence</b>
    { $lines }

    The rating is yours all the same. Write why, at least { $least } characters. The officer and your superior will read it.
appraisal-contradiction-work-above = • You chose “{ $rating }” for the results, while { $against } of { $decided } indicators that are certain fell short of their target.
appraisal-contradiction-work-below = • You chose “{ $rating }” for the results, while { $against } of { $decided } indicators that are certain met their target.
appraisal-contradiction-behaviour-above = • You chose “{ $rating }” for behaviour, while on { $against } of { $decided } values that are certain, peers, subordinates or citizens saw the opposite more often.
appraisal-contradiction-behaviour-below = • You chose “{ $rating }” for behaviour, while on { $against } of { $decided } values that are certain, peers, subordinates or citizens saw the opposite more often.
appraisal-ask-decision = Write your decision and why, at least { $least } characters. Both sides will read it.
appraisal-ask-objection = Write your objection and why, at least { $least } characters. The appraiser and the appraiser's superior will read it.
appraisal-ask-explanation = Write your explanation, at least { $least } characters. It is given once; the officer and your superior will read it.
appraisal-ask-reopening = Write why this appraisal is reopened, at least { $least } characters. Both sides will read it.
appraisal-ask-amendment = What came to light after the record was frozen? Write why, at least { $least } characters. The system then freezes a new version; the old one stays.
appraisal-ask-sure =
    <b>Your decision</b>
    { $lines }

    “{ $words }”

    This decision is final and is delivered at once.
appraisal-sure-uphold = Both ratings and the predicate stay.
appraisal-sure-change = Work results: { $work }. Behaviour: { $behaviour }. Predicate: { $predicate }.
appraisal-done-rate = Both ratings are kept, and not delivered yet. Please check them, then press Confirm.
appraisal-done-change = Your decision is kept and delivered.
appraisal-done-uphold = Your decision is kept and delivered.
appraisal-done-object = Your objection is kept, and goes to the appraiser's superior.
appraisal-done-explain = Your explanation was delivered.
appraisal-done-reopen = The appraisal was reopened for the appraiser.
appraisal-done-amend = A new version of the record is frozen.

appraisal-not-now = This cannot be done now. Please open the appraisal again.
appraisal-not-to-rate = The ratings of this appraisal cannot be changed now.
appraisal-not-to-confirm = There are no ratings to confirm, or they are confirmed already.
appraisal-rate-first = Somebody else gave these ratings. Please give your own first.
appraisal-rate-again = The record changed after the ratings were given. Please give both again on the new evidence.
appraisal-changed-since = It was rated again since you opened it. Please open it again and read it before you agree.
appraisal-not-to-answer = This appraisal does not wait for your answer now.
appraisal-term-passed = The term of objection has ended.
appraisal-no-objection = There is no open objection to this appraisal.
appraisal-explained-already = The explanation was given already, and is given once.
appraisal-not-heard = Both sides are heard first. The appraiser's explanation is awaited until { $until }.
appraisal-the-same = Those are the ratings now. Choose “The ratings stay” if nothing changes.
appraisal-not-to-reopen = This appraisal can be reopened only when it is final, its evidence changed since, and no objection to it was decided.
appraisal-contradicts = This rating contradicts the evidence. Please write why.

# what people are told; no rating and no words
appraisal-told-opened =
    <b>Appraisals are open</b>
    { $period }: { $n ->
        [one] { $n } officer
       *[other] { $n } officers
    }.

    Their records are frozen. Please rate until { $until }.
appraisal-told-yours =
    <b>This appraisal is yours now</b>
    { $officer }, { $period }. Please rate until { $rate_until }.
appraisal-told-rate-soon = The appraisal of { $officer } for { $period } is awaited until { $rate_until }.
appraisal-told-rate-late = The time to appraise { $officer } for { $period } has passed. The system writes no rating; the appraisal still waits for you.
appraisal-told-rate-late-superior = { $appraiser } has not finished the appraisal of { $officer } for { $period }. The time has passed.
appraisal-told-delivered =
    <b>Your appraisal is here</b>
    { $period }, by { $appraiser }.

    Please read it. If you do not agree, you may object until { $objection_until }. If you say nothing until then, it becomes final.
appraisal-told-object-soon = The term to object to your appraisal for { $period } ends { $objection_until }.
appraisal-told-final = The term to object to your appraisal for { $period } has ended. It is final now.
appraisal-told-again = Your appraisal for { $period } is being rated again, because the record changed. You will be told, with a new term to object.
appraisal-told-agreed = { $officer } agreed to the appraisal for { $period }.
appraisal-told-objected =
    <b>An objection for you to decide</b>
    { $officer } objects to the appraisal by { $appraiser }, { $period }.

    { $appraiser } is asked to explain until { $explain_until }. Then the decision is yours, until { $decide_until }.
appraisal-told-explain =
    <b>An objection to your appraisal</b>
    { $officer }, { $period }. Please explain in writing until { $explain_until }.
appraisal-told-explain-soon = Your explanation on the objection of { $officer } ({ $period }) is awaited until { $explain_until }.
appraisal-told-explained = { $appraiser } has explained on your objection ({ $period }). The decision is with the superior.
appraisal-told-heard = Both sides were heard on the objection of { $officer } ({ $period }). Please decide until { $decide_until }.
appraisal-told-unheard = { $appraiser } gave no explanation on the objection of { $officer } ({ $period }). You may decide now, until { $decide_until }.
appraisal-told-decide-soon = The objection of { $officer } ({ $period }) waits for your decision, until { $decide_until }.
appraisal-told-decided = Your objection to the appraisal for { $period } was decided. The decision is final.
appraisal-told-decided-appraiser = The objection of { $officer } to the appraisal for { $period } was decided.
appraisal-told-amended = The record of { $officer } for { $period } changed after it was frozen. The reason stands in the appraisal.
appraisal-told-amended-officer = Your record for { $period } changed after it was frozen. The reason stands in the appraisal.
appraisal-told-reopened = The appraisal of { $officer } for { $period } was reopened by your superior. Please rate until { $rate_until }.
appraisal-told-reopened-officer = Your appraisal for { $period } was reopened, because the record changed.
appraisal-told-nobody-above =
    <b>An objection that nobody can decide yet</b>
    { $officer } objects to the appraisal for { $period } by { $appraiser }, above whom no leader is entered.

    Please enter the leader of { $appraiser }. The objection waits until then.
appraisal-told-waits = Nobody is entered yet above { $appraiser }, who appraised you for { $period }. The admins of the office were asked to enter somebody. Your objection is kept and waits; no term passes.
appraisal-told-unled =
    <b>Officers without a leader</b>
    { $n ->
        [one] { $n } officer has
       *[other] { $n } officers have
    } no appraiser: { $names }.

    Their records are frozen. The appraisals open once a leader is entered.
