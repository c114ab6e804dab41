# The performance plan of a year (SKP), agreed on by officer and leader.

menu-skp = SKP: performance plan

button-skp-own = My plan
button-skp-plan = See the plan
button-skp-led = Plans of my staff
button-skp-year = Plan { $year }
button-skp-blank = Begin with an empty plan
button-skp-from-template = Begin with a template
button-skp-last-year = Begin with the plan of { $year }
button-skp-propose = Propose
button-skp-agree = Agree
button-skp-ask = Ask for a change
button-skp-back = Take back
button-skp-drop = Give up this version
button-skp-drop-yes = Yes, give it up
button-skp-version = Make a new version
button-skp-report = Report what was reached
button-skp-reported = What is reported
button-skp-history = History
button-skp-file = Download Excel
button-skp-behaviours = Behaviours
button-skp-expect = { $value }
button-skp-expect-none = Remove this expectation
button-skp-upload = Send Excel
button-skp-upload-keep = Keep the changes
button-skp-upload-not = Do not keep them
button-skp-result = Result { $number }
button-skp-add = Add a result
button-skp-indicator = Indicator { $number }
button-skp-indicator-add = Add an indicator
button-skp-text = Change the words
button-skp-above = Change the leader’s result
button-skp-to-main = Move to main
button-skp-to-additional = Move to additional
button-skp-remove = Remove
button-skp-remove-yes = Yes, remove it
button-skp-target = Target
button-skp-words = Words
button-skp-aspect = Aspect
button-skp-serves-none = Serves none of the leader’s results
button-skp-source-system = Counted by this system
button-skp-source-reported = A figure that I report
button-skp-source-document = A document: there or not
button-skp-see-version = Version { $version }
button-skp-tell = Report { $number }
button-skp-proofs = Proof { $number }
button-skp-report-send = Send the report
button-skp-templates = Plan templates
button-skp-template-make = Make it a template
button-skp-template-upload = Template from Excel
button-skp-form = Empty form

# State, and what comes next
skp-state-none = none yet
skp-state-draft-officer = being written by the officer
skp-state-draft-leader = being written by the leader
skp-state-proposed-officer = waits for the officer to agree
skp-state-proposed-leader = waits for the leader to agree
skp-state-change_asked-officer = the officer is asked to change it
skp-state-change_asked-leader = the leader is asked to change it
skp-state-agreed = agreed by both
skp-state-replaced = replaced by a later version
skp-state-dropped = given up
skp-form-state-draft = draft
skp-form-state-proposed = proposed
skp-form-state-change_asked = to be changed
skp-form-state-agreed = agreed
skp-form-state-replaced = replaced
skp-form-state-dropped = given up
skp-next-draft = Complete this plan, then press Propose. The other side will be told.
skp-next-proposed = This plan waits for you: agree, ask for a change, or change it yourself and propose it back.
skp-next-change_asked = Change what was asked for, then press Propose.
skp-next-wait = It is the other side’s turn now. You will be told.
skp-next-agreed = This plan holds. It is changed only by a new version with a reason.
skp-next-none = This plan can only be read.
skp-leader-none = not named yet

skp-none =
    <b>Plan { $year }</b>

    You have no performance plan for this year yet.
    Your leader: { $leader }

    A plan (SKP) holds the results you plan, their indicators and targets. You propose it, your leader agrees or asks for a change. If no leader is named yet, ask the office’s admin to name one.
skp-none-of =
    <b>Plan { $year }: { $name }</b>

    There is no performance plan yet. The officer may write it, or you begin it to talk it over.
skp-only-others = You do not serve in a unit yet, so there is no plan of your own. This is what you can open.
skp-led =
    <b>Plans { $year } of your staff</b>

    Waiting for you: { $waiting }
skp-led-one = { $name }: { $state }
skp-led-none = There is nobody whom you lead yet.

skp-plan =
    <b>Plan { $year }, version { $version }</b>
    { $name }, { $unit }
    Leader: { $leader }
    { $facts }

    { $results }

    { $next }
skp-plan-state = State: { $state }
skp-note-reason = Why there is a new version: { $reason }
skp-note-asked = { $by } asks: { $words }
skp-no-results = There are no results yet. Press “Add a result”, or send an Excel file.
skp-block-main = <b>Main</b>
skp-block-additional = <b>Additional</b>
skp-block-name-main = Main
skp-block-name-additional = Additional
skp-result-line = <b>{ $number }.</b> { $text }
skp-result-serves = Serves: { $text }
skp-result-serves-none = Not linked to a result of the leader’s yet.
skp-result-indicators = { $n } indicators; press the result’s button to see them
skp-result-bare = No indicators yet.
skp-indicator-line = • { $aspect }: { $text }, { $target } ({ $source })
skp-aspect-quantity = Quantity
skp-aspect-quality = Quality
skp-aspect-time = Time
skp-aspect-cost = Cost
skp-target-at-least = at least { $value } { $measure }
skp-target-at-most = at most { $value } { $measure }
skp-target-document = the document is there
skp-measure-count = visits
skp-measure-share = %
skp-measure-minutes = working minutes
skp-measure-score = (score 1 to 4)
skp-source-system = counted by the system
skp-source-reported = reported with proof
skp-source-document = document

skp-result =
    <b>Result { $number }</b>
    { $block }
    { $text }
    { $serves }

    { $indicators }
skp-indicator =
    <b>{ $number }.</b> { $result }

    { $indicator }

    What do you want to change?
skp-expected-of = Leader's expectations: { $n } of { $of } behaviours; press “Behaviours” to see them
skp-behaviours =
    <b>Behaviours, performance plan { $year } version { $version }</b>

    { $behaviours }

    The leader's expectation says which behaviour is looked for this year. Officer or leader writes it while the plan is talked about, and both agree on it.
skp-behaviour-line = <b>{ $number }. { $value }</b>: no particular expectation yet
skp-behaviour-expected = <b>{ $number }. { $value }</b>: { $words }
skp-expected-none = none yet
skp-ask-expectation =
    <b>{ $value }</b>, { $name }
    The expectation now: { $now }

    What does the leader expect of this behaviour? Write it briefly (at most { $most } characters).

    For instance: <i>Explains to every citizen in simple sentences what is needed</i>
skp-difference-expected-added = + Expectation, { $value }: { $words }
skp-difference-expected-changed = ~ Expectation, { $value }, becomes: { $words }
skp-difference-expected-removed = − Expectation, { $value }, removed: { $words }
skp-remove-sure = Remove “{ $text }” with its { $indicators } indicators?
skp-removed = Removed.
skp-ask-block = A main or an additional result?
skp-ask-text =
    Which result is planned? Write the result, not the activity ({ $least } to { $most } characters).

    For instance: <i>Identity cards are issued within the promised time</i>
skp-ask-above = Which of the leader’s results does it serve? Choose, or write it yourself (at most { $most } characters).
skp-ask-above-free = Which of the leader’s results does it serve? Your leader’s plan is not agreed here yet, so write the words (at most { $most } characters).
skp-ask-source =
    From where is it known what was reached?

    <i>Counted by this system</i>: from citizens’ visits, ratings and complaints.
    <i>A figure that I report</i>: you report the figure with proof.
    <i>A document</i>: there or not.
skp-ask-indicator = Which indicator?
skp-ask-words =
    Write the indicator ({ $least } to { $most } characters).

    For instance: <i>Brochures handed out</i>
skp-ask-document =
    Which document is the proof ({ $least } to { $most } characters)?

    For instance: <i>Yearly report of the service</i>
skp-ask-aspect = What is this indicator about?
skp-ask-target =
    <b>{ $words }</b>

    What is the target? Write the number and what it is measured in, for instance: <i>250 sheets</i>, <i>90 %</i>, or <i>at most 2 times</i>.
    Without “at most” a target means at least.
skp-ask-target-count =
    <b>{ $words }</b>

    How many visits at least in one period of appraisal? Write the number, for instance: <i>600</i>
skp-ask-target-share =
    <b>{ $words }</b>

    How many percent? Write a number from 0 to 100, for instance: <i>90 %</i>
skp-ask-target-minutes =
    <b>{ $words }</b>

    How many working minutes at most? Write the number, for instance: <i>30 minutes</i>
skp-ask-target-score =
    <b>{ $words }</b>

    Which score at least, from 1 to 4? For instance: <i>3.2</i>

skp-begun = The draft of the plan is begun.
skp-choose-template = Begin with the template of which position?
skp-no-templates = This office has no plan templates yet.
skp-not-whole =
    This plan cannot be proposed yet:
    { $problems }
skp-proposed = The proposal is sent.
skp-proposed-no-chat = The proposal is kept, but the other side has not joined in Telegram yet. Please tell them yourself.
skp-agreed = The plan is agreed by both.
skp-agreed-new-leader = The leader who proposed it has changed. Your agreement is kept; it now waits for the new leader.
skp-taken-back = This plan is with you again.
skp-drop-sure = Give up version { $version }? The version that holds goes on holding.
skp-dropped = This version is given up.
skp-ask-wanted = What should be changed in the plan of { $name }? Write it clearly ({ $least } to { $most } characters); your words are kept in the history.
skp-ask-reason = Why does the plan of { $name } need a new version? Write the reason ({ $least } to { $most } characters). The present version holds until both have agreed on the new one.

skp-history =
    <b>History of the plan { $year }, version { $version }</b>

    { $steps }

    { $more }
skp-step-made = { $at }: { $by } began the draft.
skp-step-changed = { $at }: { $by } changed what it says.
skp-step-proposed = { $at }: { $by } proposed it.
skp-step-taken_back = { $at }: { $by } took it back.
skp-step-change_asked = { $at }: { $by } asked for a change.
skp-step-agreed = { $at }: { $by } agreed.
skp-step-dropped = { $at }: { $by } gave up this version.
skp-step-words =
    { $line }
    “{ $words }”
skp-confirmed-officer = The officer agreed: { $at }
skp-confirmed-leader = The leader agreed: { $at }
skp-since-version =
    Beside version { $version }:
    { $differences }
skp-differences-none = It says the same.
skp-differences-more = … and { $n } other changes.
skp-difference-result-added = + New result: { $text }
skp-difference-result-removed = − Result removed: { $text }
skp-difference-result-changed = ~ Result changed: { $text }
skp-difference-added =
    + { $result }
    { $indicator }
skp-difference-removed =
    − { $result }
    { $indicator }
skp-difference-changed =
    ~ { $result }
    from { $was }
    to { $now }

# Told to the other side
skp-told-proposed = { $name } proposes the <b>plan { $year }</b>, version { $version }, and waits for you to agree.
skp-told-change =
    { $name } asks for a change in the <b>plan { $year }</b>, version { $version }:

    { $words }
skp-told-agreed = { $name } agreed to the <b>plan { $year }</b>, version { $version }. It holds from now on.
skp-told-taken-back = { $name } took back the <b>plan { $year }</b>, version { $version }, to change it. There is nothing for you to do yet.
skp-told-dropped = { $name } gave up the <b>plan { $year }</b>, version { $version }.

# Excel
skp-file = The plan { $year } in the columns of the SKP form. Change it, then send it back by “Send Excel”.
skp-form = The empty SKP form.
skp-ask-upload = Send an Excel file (.xlsx) in the columns of the SKP form, 1 MB at most. Easiest: download it first, change it, send it back. Before anything is kept you see what changes.
skp-other-file = “{ $name }” is no .xlsx file. In Excel: Save as, then choose Excel Workbook.
skp-file-unreadable = This file cannot be read as Excel. Please save it again as .xlsx and send it once more.
skp-file-bomb = What is in this file is too large. Please copy the table into the empty form and send it again.
skp-file-no-form = The table of the plan was not found. The file needs one row of headings with the columns: { $columns }.
skp-file-no-rows = There are no results in the table yet.
skp-upload-wrong =
    <b>Nothing was kept.</b> To be corrected: { $count }

    { $problems }

    Correct it, then send the file once more.
skp-problem-cell = Row { $row }, column “{ $column }”: { $reason }
skp-problem-row = Row { $row }: { $reason }
skp-upload-preview =
    <b>This is what changes:</b>

    { $differences }

    What was agreed on in this version is so no more once you keep it.
skp-upload-same = The file says what the plan says. Nothing was changed.
skp-upload-kept = The changes are kept.
skp-guide-means = What it means
skp-guide =
    One row for one indicator. A result is written in the row of its first indicator only.
    Main results stand below “A. UTAMA”, additional ones below “B. TAMBAHAN”.
    Aspek: Kuantitas, Kualitas, Waktu or Biaya (quantity, quality, time, cost).
    Target: a number. What it is measured in and the direction have columns of their own; or write all of it under Target, such as “at most 2 times”.
    Arah: Paling sedikit (at least) or Paling banyak (at most). Empty means at least.
    Sumber realisasi: Sistem (choose the indicator in the last column), Laporan (a figure reported with proof) or Dokumen (there or not).
    Behaviours (Perilaku Kerja) below the table: what the leader expects of each value; may stay empty. For more results insert rows above it.
    At most 20 results, each with 6 indicators.

# Reporting what was reached
skp-report =
    <b>What you report</b>
    { $period }

    { $lines }

    A new report replaces the one before, until the record of this period is frozen.
skp-report-nothing =
    <b>{ $period }</b>

    All indicators of this plan are counted by the system. There is nothing to report.
skp-report-no-period = There is no open period of appraisal for this plan yet.
skp-report-line =
    <b>{ $number }.</b> { $text }
    Target: { $target }
    Reported: { $value } ({ $at }, files as proof: { $proofs })
skp-report-line-none =
    <b>{ $number }.</b> { $text }
    Target: { $target }
    Not reported yet
skp-value = { $value } { $measure }
skp-document-there = There
skp-document-not = Not there yet
skp-ask-value =
    <b>{ $text }</b>
    { $period }. Target: { $target }

    How much was reached? Write the number.
skp-ask-there =
    <b>{ $text }</b>
    { $period }. Target: { $target }

    Is the document there?
skp-ask-proof =
    Noted: { $value }

    Now what shows it: send photos or documents (at most { $most }), or write where it can be seen (at least { $least } characters).
skp-ask-more-proof =
    Noted: { $value }
    { $kept }

    Add more proof or words (at least { $least } characters where there is no file), or send the report.
skp-proof-files = Proof: { $files } of at most { $most } files
skp-proof-words = Words: { $words }
skp-reported = The report is kept.
skp-proofs =
    Proof from { $name }
    { $words }
skp-proofs-none =
    There are no files as proof from { $name }.
    { $words }

# Templates
skp-choose-office = The templates of which office?
skp-templates = <b>Plan templates</b>. Officers may begin their plan with the template of their position.
skp-templates-none = There are no plan templates yet. Open a plan and press “Make it a template”, or send an Excel file.
skp-template =
    <b>Template: { $position }</b>

    { $results }
skp-template-file = Plan template: { $position }
skp-template-remove-sure = Remove the template “{ $position }”? Plans that began with it stay.
skp-ask-template-file = Send an Excel file (.xlsx) in the columns of the SKP form, 1 MB at most.
skp-ask-position = For which position is this template? Write its name (at most { $most } characters). The template of the same position is replaced.
skp-template-kept = The template is kept.

# What is refused
skp-wrong = Result { $result }{ $indicator ->
        [0] {""}
       *[other] , indicator { $indicator }
    }: { $reason }
skp-wrong-whole = { $reason }
skp-words-short = At least { $least } characters.
skp-words-between = Write { $least } to { $most } characters.
skp-twice = These words are there already.
skp-too-many-results = At most { $most } results in one plan.
skp-too-many-indicators = At most { $most } indicators for one result.
skp-no-main-result = There is no main result yet.
skp-no-indicator = There is no indicator yet.
skp-indicator-unknown = The system has no such indicator, or it is not one of a person.
skp-indicator-not-system = An indicator of the system is named only where the source is Sistem.
skp-measure-fixed = This indicator is measured in “{ $measure }”.
skp-measure-missing = Please write also what it is measured in, for instance: 250 sheets.
skp-measure-differs = It is measured in something else than the column Target says ({ $measure }).
skp-direction-fixed = The direction of this indicator is fixed by how it is counted.
skp-direction-differs = The direction is another one than in the column Target.
skp-direction-unknown = “{ $text }” is not known. Choose Paling sedikit (at least) or Paling banyak (at most).
skp-target-range = The target must be from { $low } to { $high }.
skp-target-decimals = At most { $decimals } decimals.
skp-amount-unreadable = “{ $text }” cannot be read as a number. Write for instance: 90 %, 250 sheets, or at most 2 times.
skp-aspect-unknown = “{ $text }” is no aspect. Choose Kuantitas, Kualitas, Waktu or Biaya (quantity, quality, time, cost).
skp-source-unknown = “{ $text }” is not known. Choose Sistem, Laporan or Dokumen (system, report, document).
skp-cell-date = Excel takes this for a date. Change the format of the cell to Number or Text.
skp-cell-error = The formula in this cell gives { $text }.
skp-no-leader = No leader is named yet. Ask the office’s admin to name one, then try again.
skp-no-unit = This officer does not serve in a unit yet. Ask the office’s admin to enter that.
skp-year = A plan can be written for { $first } and { $last } only.
skp-no-last-year = There is no agreed plan for { $year }.
skp-open-already = Version { $version } is still open. Finish it or give it up first.
skp-agreed-already = The plan of that year is agreed already. Make a new version if it has to change.
skp-not-now = This cannot be done now; the plan has moved on. Open the plan once more.
skp-changed-since = It was changed since you opened it. Please open it again with /plan and read it before you agree.
skp-not-your-turn = It is the other side’s turn now.
skp-part-gone = This part has changed or is gone. Open the plan once more.
skp-too-many-templates = At most { $most } templates in one office.
skp-report-not-agreed = What was reached is reported on the plan that holds. Open the plan once more.
skp-report-system = The system counts this indicator, so there is nothing to report.
skp-report-period = That period is none of this plan.
skp-report-early = That period has not begun.
skp-report-frozen = The record of that period is frozen. What comes later is entered by the leader as an amendment.
skp-report-value = Please write what was reached as a number, zero or more.
skp-report-there-or-not = Choose There or Not there yet.
skp-report-no-proof = Please send proof, or write at least { $least } characters on where it can be seen.
skp-proofs-too-many = At most { $most } files as proof.
skp-proof-kind = A file of this kind cannot serve as proof. Send a photo, PDF, Word, Excel or PowerPoint file.
