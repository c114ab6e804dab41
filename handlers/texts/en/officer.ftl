# The officer's desk: tasks, a complaint's screen, drafts of answers, templates, search.
menu-templates = Answer templates
menu-search = Search complaints

button-case-more = More…
button-case-fewer = Less
button-case-verify = Verify
button-case-class = Change the class
button-case-why = Why this limit?
button-case-thread = Read in full
button-case-separate = Undo the merging
button-case-original = See the original

# Facts on a complaint's screen.
view-unit = { $unit } · { $category }
view-class = Class: { $name } ({ $limit })
view-class-proposed = Class: { $name } ({ $limit }), proposed – not verified yet
view-state = State: <b>{ $state }</b>
view-reopened = Times reopened: { $n }
view-holder = Handled by: { $holder }
view-sender = Reporter: { $name }
view-sender-anonymous = Reporter: anonymous ({ $code })
view-sender-again = Reporter: anonymous ({ $code }), complaint number { $n } of the same person
view-sender-unnamed = Reporter: gave no name
view-confidential = <b>Confidential</b>: not to be discussed outside the unit
view-followers = Other reports and followers: { $n }
view-place = Place: { $where }
view-previous = Goes on from { $ticket }
view-merged-into = Merged into { $ticket }
view-merged = Holds { $n } other complaints: { $tickets }
view-masked = Some words are masked (•••).
view-causes-waiting = Outside obstacles waiting for a decision: { $n }
view-causes = Outside obstacle accepted: used { $used } with it, { $without } without it; without it the limit is { $due }.
view-held = Each holder's time: { $held }
view-held-latest = The latest holders' time: { $held }
view-held-by = { $name } { $time }
left-days = ({ $days } working days left)
left-time = ({ $left } of working time left)
due-verification = To be verified by <b>{ $due }</b> { $left }
due-verification-late = <b>Late</b>: it was to be verified { $due }.
due-movable = This limit may move: the holidays of that year have not been set yet.

case-thread =
    <b>{ $ticket }</b> in full, page { $page } of { $pages }

    { $thread }

# Verifying.
case-verify =
    <b>Verify { $ticket }</b>
    Proposed: <b>{ $name }</b>

    The class sets the time to resolve it, counted from the receipt:
    { $lines }

    Choose the class.
case-class =
    <b>Change the class of { $ticket }</b>
    Now: <b>{ $name }</b>

    The time to resolve it is counted anew from the receipt, and the reporter is told:
    { $lines }

    Choose the class.
class-line = • { $name }: { $limit }
button-class = { $name }
button-class-now = ✓ { $name }
button-case-refer = Supervisory → inspectorate
case-verified = Complaint <b>{ $ticket }</b> is verified: { $name }. To be resolved by { $due }.
case-reclassified = Complaint <b>{ $ticket }</b> is now: { $name }. To be resolved by { $due }.
case-class-same = Complaint { $ticket } is of the class { $name } already.
case-class-inspectorate = Complaint { $ticket } moves to or from the inspectorate only by the button for it.
case-class-citizen = Complaint <b>{ $ticket }</b> is now to be resolved by <b>{ $due }</b>, as an officer decided its class: { $name }.

# Drafts of answers.
draft =
    <b>Please check</b> – { $ticket } { $files }

    { $said }

    The reporter reads it exactly like this. Send it, or type more.
draft-files = (files: { $n })
draft-dropped = The draft for <b>{ $ticket }</b> was dropped. Nothing was sent.
draft-written-since = { $name } has just written to the reporter. Read the conversation first; if your draft is still needed, press Send again.
draft-templates = Choose a template. Its text goes into the draft, and you can still add to it.
button-draft-send = Send
button-draft-change = Change
button-draft-cancel = Cancel
button-draft-templates = Use a template

# Templates.
templates =
    <b>Answer templates of { $unit }</b> ({ $n })

    To be used while answering: press <b>Use a template</b>.
templates-none =
    <b>Answer templates of { $unit }</b>

    None yet. Keep an answer that you give often, and use it while answering.
templates-units = Templates of which unit?
template =
    <b>{ $name }</b>

    { $said }
template-kept =
    Kept: <b>{ $name }</b>

    { $said }
template-name = Give this template a name of at most { $limit } characters. Example: KTP is ready
template-text =
    <b>{ $name }</b>

    Write the text, { $least } to { $limit } characters. { "{ticket}" } is replaced by the number of the complaint, { "{unit}" } by the unit's name.
template-remove = Remove the template <b>{ $name }</b>?
template-removed = The template <b>{ $name }</b> was removed.
template-unknown = This template is no longer there.
template-there = There is a template named { $name } already. Please give another name.
template-too-many = At most { $limit } templates. Please remove one that is not used.
button-templates = All templates
button-template-add = Add a template
button-template-change = Change the text
button-template-remove = Remove
button-template-remove-yes = Yes, remove it
button-template-keep = No, keep it

# What is masked.
original-why =
    <b>See the original words of { $ticket }</b>

    What is masked is insults and personal data. Each reading is logged with your name. What is it for?
original-contact = To reach the reporter
original-meaning = To understand it
original-threat = To check for a threat
original-mistake = Masked by mistake
original-shown =
    <b>Original words of { $ticket }</b>
    Logged reason: { $reason }

    { $lines }

    Please do not pass them on or copy them.
original-line = • ({ $at }) { $said }
original-hidden = The original words are hidden again.
original-none = Nothing is masked in { $ticket }.
original-anonymous = Complaint { $ticket } is anonymous. Its original words may show who sent it, so they are opened only when two people reveal the reporter.
original-reason-unknown = Please choose one of the reasons.
button-original-hide = Hide

# Why this limit?
case-why =
    <b>{ $ticket }: { $clock }</b>

    { $lines }
button-why-resolution = Resolution
button-why-first-answer = First answer
button-why-next-answer = Answer to a reply
button-why-verification = First check
why-source = Source of the limit: { $source }
why-class = The class was set to { $name } on { $at }; its limit is { $due }.
why-recalculated = The limit was calculated anew on { $at } by the new calendar: { $due }.

# Tasks.
tasks =
    <b>Open complaints</b>
    { $n } open, { $late } late, { $free } taken by nobody, { $mine } handled by you.

    { $lines }
tasks-held-by-me =
    <b>My tasks</b>
    { $n } open, { $late } late.

    { $lines }
tasks-group-late = <b>Late ({ $n })</b>
tasks-group-today = <b>Today ({ $n })</b>
tasks-group-soon = <b>Tomorrow or the day after ({ $n })</b>
tasks-group-week = <b>Within 7 days ({ $n })</b>
tasks-group-later = <b>Later ({ $n })</b>
tasks-group-waiting = <b>Waiting for the reporter ({ $n })</b>
tasks-line = • <b>{ $ticket }</b> { $what }{ $unit } – { $due }{ $held }{ $note }
tasks-unit = , { $unit }
tasks-mine = you
tasks-held-mine = {""}
tasks-held = ; { $holder }
tasks-held-nobody = ; <b>taken by nobody</b>
tasks-movable = ; the limit may move
tasks-due = to { $what } by { $due } { $left }
tasks-due-late = was to { $what } by { $due }
tasks-due-citizen = waiting for a reply
tasks-clock-verification = verify
tasks-clock-first-answer = answer
tasks-clock-next-answer = answer the reply
tasks-clock-resolution = resolve
tasks-none = None. Thank you.
tasks-units =
    <b>Open complaints</b>
    { $n } units, { $late } late complaints. Choose a unit:
tasks-unit-button =
    { $late ->
        [0] { $unit }
       *[other] { $unit } – { $late } late
    }

# Search.
search-ask =
    <b>Search complaints</b>

    Type a number, words, a date or a state, together if you like. Examples:
    SW-26-000123-K
    lost card 23 Nov
    solved this week
    late
search-found =
    <b>Found</b>: { $asked }

    { $lines }
    { $note }
search-none =
    Not found: { $asked }
    { $lines } { $note }
    Try a shorter word, or another date.
search-line = • <b>{ $ticket }</b> { $at }, { $what }{ $unit } – { $state } <i>{ $said }</i>
search-cut = Only the newest { $n } complaints of each unit were looked at. Narrow it down by a date, such as: October 2026.
search-late = late
search-nothing = Type at least one word (2 characters), a date, a state, or the number of a complaint.
search-no-words = Supervisory complaints are opened one by one, with a reason. Search by number, date or state.
search-no-ticket = Complaint { $ticket } is not among those of your units.
button-search = Search
button-search-again = Search again
