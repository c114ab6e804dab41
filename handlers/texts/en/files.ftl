# Photos, documents, voice messages: received, checked, sent again to those who may see them.

complain-photos-kept = Received. Send more if you have them (at most { $limit } files), or press <b>Go on</b>.
complain-photos-so-far = Files so far: { $n }. Send more if you have them (at most { $limit }), or press <b>Go on</b>.
button-drop-photos = Remove files
button-change-photos = Change files
writing-ready =
    File received. Your message:

    { $said }

    Send it now, or add some words.
upload-kept-write = File received. Now write what it is about.
upload-too-large = This file is too large. The most is 20 MB. Please send it as an ordinary photo.
upload-wrong-type = Sorry, we cannot take this kind of file. We take photos (JPG, PNG, WebP) and PDF documents. Please save Word or Excel documents as PDF first.
upload-too-many = At most { $limit } files. Those after that were not kept.
upload-no-voice = Sorry, we cannot take music and videos. For a voice message, press and hold the microphone in Telegram.
upload-voice-anonymous = This complaint is without your name, and a voice can tell who you are. So we did not keep the voice message. Please write it down. If you would like to use your voice, send a new complaint with your name.
files-too-many = At most { $limit } files. Please take some away first.
wrong-voice = Sorry, we cannot listen to voice messages here. Please write it in words. A voice message can go with a complaint.

file-photo = photo no. { $n }
file-document = document no. { $n }
file-voice = voice message no. { $n }
file-refused =
    We cannot take one file for complaint <b>{ $ticket }</b>: { $what }.

    The reason: { $why }

    The complaint goes on. You can send another file.
file-refused-type = it is neither a photo (JPG, PNG, WebP) nor a PDF document, whatever its name says.
file-refused-voice = it is not a Telegram voice message.
file-refused-damaged = it is damaged or incomplete and cannot be opened.
file-refused-unread = we tried several times to check it, but never got to the end. Please send it again smaller, for example as an ordinary photo.
file-refused-pixels = the picture is too large. Please send it as an ordinary photo.
file-refused-pages = the document has more than 300 pages. Please send only those that matter.
file-refused-locked = the document is locked with a password. Please send it unlocked, for example printed to a new PDF.
file-refused-active = the document holds a program or other files. To be safe, please print it to a new PDF and send that.
file-refused-too-large = it is larger than 20 MB.
file-refused-gone = Telegram no longer has it. Please send it again.
file-unknown = Sorry, there is no such file, or it is not for you.
files-follow = The files are still being checked. Soon you can see them with the button <b>Photos and files</b>.

case-files = Attachments of complaint <b>{ $ticket }</b>.
thread-files = (attachments: { $n })
button-case-files = Photos and files
button-more-files = Next attachments
