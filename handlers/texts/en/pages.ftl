# Pages of officers on the web, and the way there. All of it is plain text.
menu-pages = Pages on the web: plan and performance
pages-no-address = The pages on the web cannot be opened yet, because their address is not set. Please tell the operator of Suara Warga: fill in <code>PUBLIC_URL</code>.
pages-link =
    <b>Your pages</b>
    Press the button below, then press <b>Sign in</b>. The link is good for { $minutes } minutes, once, and only for you. Do not pass it on to anybody.
pages-link-signed-in =
    <b>Your pages</b>
    Press the button below, then press <b>Sign in</b>. The link is good for { $minutes } minutes, once, and only for you. Do not pass it on to anybody.

    Signed in now ({ $n }):
    { $list }
pages-session = • { $device }, since { $since }, last used { $seen }
pages-device-unknown = Unknown device
pages-ended = { $n ->
    [0] Nobody is signed in. Links that were not used open nothing any more.
   *[other] All are signed out ({ $n }). Links that were not used open nothing any more.
 }
pages-link-old = This link is no longer good. Ask for a new one with /pages.
button-pages-open = Open the pages
button-pages-end = End all
button-pages-again = New link

pages-sign-out = Sign out
pages-footer = Figures are evidence, not a verdict. It is always a leader who appraises, by name and with reasons.
pages-signin-title = Sign in to your pages
pages-signin = Press this button to sign in. The link can be used only once.
pages-signin-button = Sign in
pages-signin-foot = The session ends by itself after an hour without use, and after 12 hours at the latest. You may end it at any time, here or with /pages.
pages-left-title = You are signed out
pages-left = To sign in again, send /pages to the bot on Telegram.
pages-signedout-title = Please sign in first
pages-signedout = You are not signed in, or your session has ended. Send /pages to the bot on Telegram, then open its link.
pages-signedout-again = Do you think you are signed in?
pages-signedout-open = Open this page once more
pages-kept-title = What you have just written
pages-kept = This was not saved. Copy it first if you still need it, then open the page again.
pages-missing-title = Not here
pages-missing = This page does not exist, its link is no longer good, or it is not for you. For a new link, send /pages to the bot.
pages-foreign-title = Not accepted
pages-foreign = This did not come from the page that is open. Open the page again, then repeat.
pages-slow-title = Too often
pages-slow = Too many links that are no good were tried. Please wait a little, then ask for a new one with /pages.
pages-toolarge-title = Too large
pages-toolarge = What was sent is too large. Please shorten it.
pages-away-title = Out of order just now
pages-away = Sorry, the page cannot be shown yet. Please try again soon.

pages-home-title = My pages
pages-home-own = About me
pages-plan-of = Performance plan (SKP) { $year }
pages-home-plan = Planned results, indicators and targets
pages-home-record = Evidence and appraisal of this period
pages-home-led = Officers I lead
pages-home-unit = Overview of the unit
pages-home-unit-about = Plans, feedback, appraisals and contests of { $n } officers
pages-home-nothing = There is no page for your role yet.

pages-way = Where this page is
pages-plan-version = Version { $version }
pages-plan-versions = All versions
pages-plan-leader = Leader: { $name }
pages-plan-state-draft = Draft
pages-plan-state-proposed = Proposed
pages-plan-state-change_asked = Change asked for
pages-plan-state-agreed = Agreed
pages-plan-state-replaced = Replaced
pages-plan-state-dropped = Dropped
pages-plan-turn-officer = It is the officer's turn.
pages-plan-turn-leader = It is the leader's turn.
pages-plan-reason = Reason of the change: { $words }
pages-plan-source = Source of the realisation
pages-source-system = Counted by the system
pages-source-reported = Reported by the officer, with proof
pages-source-document = A document: there or not
pages-plan-no-indicator = No indicator yet.
pages-plan-empty = This plan is still empty.
pages-plan-none = There is no plan for this year yet.
pages-plan-acts = What you can do
pages-plan-edit = Change the plan
pages-plan-propose-own = Propose to the leader
pages-plan-propose-leader = Propose to the officer
pages-plan-agree = Agree
pages-plan-make = Begin with nothing
pages-plan-last-year = Begin with last year's plan
pages-plan-template = Begin with the template: { $position }
pages-plan-take-back = Take back
pages-plan-ask-change = Ask for a change
pages-plan-ask-change-label = What should be changed, and why?
pages-plan-ask-change-send = Send
pages-plan-new-version = Change by a new version
pages-plan-new-version-label = Why does the agreed plan need to change?
pages-plan-new-version-send = Make a new version
pages-plan-drop = Drop this version
pages-plan-drop-about = This version, which is not agreed, will be dropped. The agreed one, if there is one, goes on holding.
pages-plan-drop-yes = Yes, drop it
pages-plan-steps = The dialogue about this plan
pages-plan-step-made = Made
pages-plan-step-changed = Changed
pages-plan-step-proposed = Proposed
pages-plan-step-taken_back = Taken back
pages-plan-step-change_asked = Change asked for
pages-plan-step-agreed = Agreed
pages-plan-step-dropped = Dropped
pages-plan-edit-about = Add and remove rows as you like; nothing is kept until you press Save. For figures that the system counts, unit and direction of the target are the system's.
pages-plan-result = Planned result { $number }
pages-plan-indicator = Indicator { $number }
pages-plan-block = Block
pages-block-main = Main
pages-block-additional = Additional
pages-plan-direction = Direction of the target
pages-direction-at_least = At least
pages-direction-at_most = At most
pages-plan-measure = Unit
pages-plan-add-indicator = Add an indicator
pages-plan-remove-indicator = Remove indicator { $number }
pages-plan-remove-result = Remove result { $number }
pages-plan-add-main = Add a main result
pages-plan-add-additional = Add an additional result
pages-plan-save = Save
pages-plan-leave = Back without saving
pages-plan-changed = This plan has changed since you opened it, perhaps in the chat. What you wrote is still below. Press Save once more to put it in the place of the other.
pages-done-plan-saved = Saved.
pages-done-plan-propose = Proposed.
pages-done-plan-agree = Agreed.
pages-done-plan-take-back = Taken back.
pages-done-plan-drop = Dropped.
pages-done-plan-ask-change = The wish for a change was sent.
