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
pages-kept = This is not saved yet. Copy it first, sign in again, then paste it.
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
