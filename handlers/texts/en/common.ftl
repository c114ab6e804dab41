# Words used in every part.
unit-hours = { $n } { $n ->
    [one] hour
   *[other] hours
}
unit-minutes = { $n } { $n ->
    [one] minute
   *[other] minutes
}

button-menu = Main menu
button-skip = Skip
button-send-location = Send my location
button-rate = Rate a service
button-complain = Make a complaint
button-my-cases = My complaints
button-figures = See a service's figures
button-tasks = Tasks
button-record = My performance
button-menu-appraisals = Appraisals
button-menu-skp = Plan (SKP)
button-summary = Weekly summary
button-offices = Offices and units
button-people = Officers

not-for-you = Sorry, this part is not for you. Type /start to see what you can do.
button-old = This button no longer works. Please use the newest message.
consent-needed = Please agree to the notice on personal data first. Type /start.
unit-unknown = Sorry, this unit was not found or has closed. Type /start to choose another.
counter-unknown = Sorry, this counter was not found or has closed. Type /start to choose a unit.
score-unknown = Sorry, this score is not known. Please choose one of the four buttons.
link-unknown = Sorry, this link is not known. Type /start to choose a unit.
update-parked = Sorry, something went wrong and your message could not be handled yet. It is kept and we will look into it. Code: <b>{ $reference }</b>
edited-not-read = Changes to an old message are not read. Please send it as a new message.
undelivered-notice = A message about complaint <b>{ $ticket }</b> did not reach the person who filed it. They may have blocked this bot. The answer is kept and can be seen when they come back.

wrong-text = Sorry, no text is needed here.
wrong-photo = Sorry, no photo is needed here.
wrong-document = Sorry, no file is needed here.
wrong-location = Sorry, no location is needed here.
wrong-sticker = Thank you for the sticker. Please answer with words or a button.
wrong-other = Sorry, we cannot read this kind of message. Please write it in words.
wrong-button = Please use the newest message.
wrong-command = Please answer this question, or type /cancel.
