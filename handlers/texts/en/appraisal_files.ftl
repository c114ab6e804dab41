form-title = Performance plan (SKP) and performance evaluation
form-period = Period { $period }
form-foot = SKP { $name }, { $period }
form-officer = Officer appraised
form-appraiser = Appraiser
form-name = Name
form-nip = NIP
form-position = Position
form-unit = Unit
form-running = This period still runs: the figures may change.
form-frozen = This record was frozen on { $at }.
form-block-main = A. Main results
form-block-additional = B. Additional results
form-no-plan = No performance plan was agreed for this period.
form-column-no = No
form-column-leader-result = Leader's planned result
form-column-result = Planned result
form-column-aspect = Aspect
form-column-indicator = Indicator
form-column-target = Target
form-column-realisation = Realisation by evidence
form-column-feedback = Continuous feedback by evidence
form-column-value = Behaviour
form-column-expectation = Leader's expectation
form-column-observed = Observed by leader, peers and subordinates
form-column-witnessed = What citizens noticed
form-column-notes = Continuous feedback
form-aspect-quantity = Quantity
form-aspect-quality = Quality
form-aspect-time = Time
form-aspect-cost = Cost
form-at_least = at least { $value } { $measure }
form-at_most = at most { $value } { $measure }
form-amount = { $value } { $measure }
form-not-reported = not reported yet
form-proofs = { $n ->
    [0] without proof
    [one] proof: { $n } file
   *[other] proof: { $n } files
  }
form-others = Other figures of the system, as context
form-figure = Measure
form-value = Result
form-behaviours = Behaviours
form-relation-leader = Leader
form-relation-peer = Peers
form-relation-subordinate = Subordinates
form-observed = { $relation }: not yet { $l1 }, sometimes { $l2 }, often { $l3 }, always { $l4 }
form-observed-few = { $relation }: not enough answers to show
form-notes = Other continuous feedback
form-note-praise = { $at }, { $by } (praise): { $text }
form-note-advice = { $at }, { $by } (advice): { $text }
form-own-words = The officer's own words
form-recognised = Recognition
form-recognition = { $reason } (decided by { $by }, { $at })
form-decision = The appraiser's decision
form-undecided = The appraiser has given no ratings yet.
form-people-decide = Ratings and predicate are decided by the appraiser. This application only shows evidence and proposes neither.
form-what = What was decided
form-given = Decision and notes
form-work = Rating of work results
form-behaviour = Rating of behaviour
form-contradiction = Reason where the ratings differ from the evidence
form-predicate = Performance predicate
form-by = Confirmed by { $by }.
form-steps = Steps of the appraisal, objection, explanation and decision
form-when = When
form-step = Step
form-who = By
form-words = Words
form-clock = end of term
form-amended = Amended after freezing (version { $version }): { $reason }
form-hash = Version { $version }. Fingerprint of the record (SHA-256): { $hash }

recap-sheet = Appraisals
recap-title = RECAP OF PERIODIC PERFORMANCE APPRAISALS
recap-period = { $period } ({ $first } to { $last })
recap-column-no = No
recap-column-nip = NIP
recap-column-name = Name
recap-column-position = Position
recap-column-work = Rating of work results
recap-column-behaviour = Rating of behaviour
recap-column-predicate = Periodic performance predicate

bundle-name = Evidence of performance
bundle-file-pdf = plan-and-evaluation.pdf
bundle-file-figures = figures.csv
bundle-file-records = behind-the-figures.csv
bundle-column-figure = Measure
bundle-column-key = Key
bundle-column-formula = Version of the formula
bundle-column-n = n
bundle-column-value = Value
bundle-column-low = 95 % lower bound
bundle-column-high = 95 % upper bound
bundle-column-without = Without external causes and accepted contests
bundle-column-others = Colleagues in the unit
bundle-column-hash = Fingerprint (SHA-256)
bundle-column-kind = Kind
bundle-column-id = Number
bundle-column-score = Score
bundle-column-minutes = Working minutes
bundle-column-running = Still runs
bundle-column-set-aside = Contest accepted
bundle-column-count = Count
bundle-readme =
    EVIDENCE OF PERFORMANCE
    { $name } (NIP { $nip })
    { $period }, version { $version }
    Fingerprint of the record: { $hash }

    What is in here
    - plan-and-evaluation.pdf: plan, evidence, feedback and decisions.
    - figures.csv: every figure with n and its interval.
    - behind-the-figures.csv: what each figure is made of. Citizens' ratings stand
      there as counts only, so that nobody can be recognised.
    - record.json: the frozen record with its chain of fingerprints.
    - verify.py: a small program that verifies the chain.
    - SHA256SUMS: of each file; check with: sha256sum --check SHA256SUMS

    How to verify the chain
    Run in this folder: python3 verify.py
    If a single letter was changed it stops and names the figure.
    The office can verify everything, single ratings too, with:
    python -m bot audit

sent-appraisal-pdf = Performance plan and evaluation (PDF)
sent-evidence-zip = Evidence of performance (ZIP). The README in it says how to verify it.
sent-recap-xlsx = Recap of appraisals (XLSX), in the columns of e-Kinerja
bundle-not-frozen = The evidence is available once the record of this period is frozen.
button-form-pdf = Plan and evaluation (PDF)
button-form-zip = Evidence (ZIP)
button-recap-xlsx = e-Kinerja recap (XLSX)
