# The forum: questions of an office or unit to the public.

menu-forum = Public forum
button-forum = Public forum ({ $n })
button-forum-list = All questions
button-forum-result = Result: { $question }
button-forum-staff = Questions of my office
button-forum-write = Write an answer
button-forum-rewrite = Change my answer
button-forum-withdraw = Delete my answer
button-forum-new = New question
button-forum-choice = By choosing one
button-forum-open = In their own words
button-forum-days = Open for { $days } days
button-forum-qr = QR code
button-forum-end = End it now
button-forum-end-yes = Yes, end it
button-forum-plan = Make it a follow-up plan
button-forum-see = See the result

forum =
    <b>Public forum</b>

    Offices and service units ask you something. Choose the question.
forum-none =
    <b>Public forum</b>

    No question is open at present.
forum-question =
    <b>{ $question }</b>
    { $place }, until { $until }

    { $mine }
forum-thanks =
    <b>Thank you.</b>

    { $question }
    { $place }, until { $until }

    { $mine }
forum-how-choice = Choose one. Your name is not recorded.
forum-how-open = Answer in your own words. Your name is not recorded.
forum-mine = Your answer: { $answer }. You can change it while the question is open.
forum-chosen = ✓ { $option }
forum-ask =
    <b>{ $question }</b>
    { $place }, until { $until }

    Please write your answer, at most { $most } characters.
forum-withdrawn = Your answer has been deleted.
forum-outcome =
    <b>Result: { $question }</b>
    { $place }, closed { $until }

    { $counts }

    { $planned }
forum-n = Answered: { $n } people
forum-few = Fewer than 5 people answered, so the result is not shown.
forum-count = • { $option }: { $n }
forum-count-few = • { $option }: fewer than 5
forum-planned = A follow-up plan was made of this result.
forum-not-planned = No follow-up plan has been made of this result yet.

forum-staff =
    <b>Questions to the public</b>

    Choose a question, or open a new one.
forum-staff-none =
    <b>Questions to the public</b>

    Your offices and units have asked nothing yet.
forum-state-open = { $question } (open)
forum-state-over = { $question } (over)
forum-running =
    <b>{ $question }</b>
    { $place }, until { $until }
    { $options }

    Answered so far: { $n }

    Share this link or its QR code: { $link }
forum-option = • { $option }
forum-end =
    <b>End it now?</b>

    { $question }
    { $place }, meant to be open until { $until }

    Answers that have come stay counted.
forum-outcome-staff =
    <b>Result: { $question }</b>
    { $place }, closed { $until }

    { $counts }

    { $words }

    { $planned } The public sees the counts only, no words.
forum-said = • { $words }
forum-plan-unit = A plan for which unit?
forum-place = A question for whom?
forum-no-place = You lead no office or unit yet.
forum-whole-office = { $name } (the whole office)
forum-kind = How do people answer?
forum-ask-text = What is the question? Write { $least } to { $most } characters, in plain words.
forum-ask-options = What are the options? Write { $least } to { $most }, one on each line.
forum-ask-english =
    { $n ->
        [0] Add the question in English? Write it, or skip.
       *[other] Add English? The question on the first line, then { $n } options in the same order, one on each line. Or skip.
    }
forum-ask-term =
    <b>{ $question }</b>
    { $options }
    { $english }

    Open for how long? Choose, or write 3 to 60 (days). Once open, the question cannot be changed.
forum-opened = The question is open.
forum-closed-told =
    <b>A question to the public has closed</b>
    { $place }

    { $question }

forum-days-wrong = The time is { $least } to { $most } days.
forum-too-many = At most { $most } questions are open in one place at once. End one of them first.
forum-closed = This question is closed. Thank you.
forum-still-open = The result is shown when the question is closed.
forum-planned-already = A follow-up plan has been made of this result already.
forum-english-options = English needs { $n } options, as many as Indonesian has.
forum-options-number = Write { $least } to { $most } options, one on each line.
forum-options-twice = Two options are the same. Please tell them apart.
forum-unknown = There is no such question.
forum-no-answer = You have not answered this question.
