# The beginning: consent, language, menu.
bot-description = Rate the service of your local government offices, or make a complaint. An officer answers here, by a date you are told. Officers do not see who you are.
consent-notice =
    <b>Suara Warga</b> – rate the services of government offices and make complaints.

    We keep the scores, words, photos, documents, voice messages and places you send, to improve the services. Officers do not see who you are, unless you choose to give your name. You can withdraw your consent at any time with /privacy.

    Do you agree?
consent-details =
    <b>Your personal data</b>

    • Who: the local government that runs this bot.
    • What for: to improve services, to answer complaints, and as evidence of officers' performance.
    • What is kept: a code in place of your Telegram number, the number itself so that we can reply, and the scores, words, photos, documents, voice messages and places you send.
    • What is not kept: your name, unless you add it to a complaint; your phone number; your NIK.
    • How long: as long as the service and its reports need it; figures without names are kept for good.
    • Messages travel through Telegram, whose servers are abroad.
    • Your rights: to see, correct, and withdraw (/privacy), under Law 27/2022.

    Do you agree?
button-agree = I agree
button-decline = I do not agree
button-details = Details
button-other-language = Bahasa Indonesia
button-read-again = Read the notice again
consent-declined =
    All right. We keep nothing of yours but this choice.

    You can still look at the figures of each service.

menu =
    What would you like to do?

    You can also simply write a complaint or a word of praise here.
menu-staff =
    Good day. What would you like to open?

    More commands are behind the menu button (/).
help =
    <b>How to use this</b>

    • Scan the QR code at the counter and tap one score. That is all.
    • /rate – rate a service
    • /complain – make a complaint
    • /status – see your complaints
    • /unit – see a service's figures
    • /language – change the language
    • /privacy – your personal data
    • /cancel – stop at any step
help-staff =
    <b>For officers</b>

    • /serve – serve citizens at the counter
    • /tasks – open complaints by deadline
    • /search – find complaints; /templates – answers kept ready
    • /performance – your own figures
    • /leave, /quiet – leave and who stands in; quiet hours
    • /board – who has what, what is late (heads, admins)
    • /summary – weekly summary; /skm – report of the survey (heads, admins)
    • /review – ratings in doubt (heads, admins)
    • /inspection – supervisory complaints (inspectorate)
    • /offices, /people, /invite, /qr – settings (admins)
    • /cancel – stop at any step
language-choose = Pilih bahasa Anda. / Choose your language.
language-set = All right, we speak English.
cancelled = All right, cancelled. Nothing was sent. Type /start for the menu.
nothing-to-cancel = There is nothing to cancel. Type /start to begin.
command-unknown = The command { $command } is not known. This is what you can do:

looks-like-complaint = Thank you. This looks like a complaint. Shall we pass it to the unit?
looks-like-praise = Thank you. This looks like praise. Shall we make it a score with a comment?
looks-like-question = This looks like a question. You can pass it to the unit; an officer will answer here.
looks-like-other = Thank you. What shall we do with your words?
looks-like-answer =
    This was not sent to anybody yet.

    To answer a complaint, open <b>Tasks</b>, choose its number, then press <b>Answer</b>.
button-make-complaint = Pass it to the unit
button-make-rating = Make it a score with a comment
file-unexpected = Thank you. To send a photo or a place, please start a complaint first; you are asked for photos then.
file-for-import = To import data, open <b>Offices and units</b>, choose the office, press <b>Import CSV</b>, then send the file.
sticker-answer = Thank you for the sticker. How can we help?

privacy =
    <b>Your personal data</b>

    We keep a code in place of your Telegram number, the number itself so that we can reply, and what you send: scores, words, photos, documents, voice messages, places. Your name is kept only if you add it to a complaint; without it officers do not see who you are.

    Messages travel through Telegram, whose servers are abroad. Basis: Law 27/2022.
button-withdraw = Withdraw consent
button-withdraw-yes = Yes, withdraw consent
withdraw-ask = When consent is withdrawn, you cannot rate or complain until you agree again. Complaints already sent will still be resolved. Go on?
withdrawn = Your consent has been withdrawn. You can still see the figures with /unit.

menu-help = How to use this
menu-language = Change the language
menu-cancel = Cancel this step
menu-privacy = Your personal data
menu-rate = Rate a service
menu-units = See a service's figures
