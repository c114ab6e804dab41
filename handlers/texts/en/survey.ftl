# The survey of satisfaction in the chat: its questions, the profile, and how it is set up.

# The official elements (PermenPANRB 14/2017)
element-persyaratan = Requirements
element-prosedur = System, mechanism and procedure
element-waktu = Time to completion
element-biaya = Cost or fee
element-produk = Product of the service
element-kompetensi = Competence of staff
element-perilaku = Conduct of staff
element-sarana = Facilities
element-pengaduan = Handling of complaints and suggestions

# Short names, for buttons and narrow tables
element-short-persyaratan = Requirements
element-short-prosedur = Procedure
element-short-waktu = Time
element-short-biaya = Cost
element-short-produk = Result
element-short-kompetensi = Skill of staff
element-short-perilaku = Conduct of staff
element-short-sarana = Facilities
element-short-pengaduan = Complaint handling

# The official questions and answers
survey-q-persyaratan = What do you think of <b>how well the requirements fit the kind of service</b>?
survey-persyaratan-1 = Do not fit
survey-persyaratan-2 = Fit less well
survey-persyaratan-3 = Fit
survey-persyaratan-4 = Fit very well
survey-q-prosedur = What do you think of <b>how easy the procedure is</b>?
survey-prosedur-1 = Not easy
survey-prosedur-2 = Less easy
survey-prosedur-3 = Easy
survey-prosedur-4 = Very easy
survey-q-waktu = What do you think of <b>how fast the service is</b>?
survey-waktu-1 = Not fast
survey-waktu-2 = Less fast
survey-waktu-3 = Fast
survey-waktu-4 = Very fast
survey-q-biaya = What do you think of <b>how reasonable the cost is</b>?
survey-biaya-1 = Very expensive
survey-biaya-2 = Rather expensive
survey-biaya-3 = Cheap
survey-biaya-4 = Free
survey-q-produk = What do you think of <b>how well the result fits the standard of the service</b>?
survey-produk-1 = Does not fit
survey-produk-2 = Fits less well
survey-produk-3 = Fits
survey-produk-4 = Fits very well
survey-q-kompetensi = What do you think of <b>how able the staff are</b>?
survey-kompetensi-1 = Not able
survey-kompetensi-2 = Less able
survey-kompetensi-3 = Able
survey-kompetensi-4 = Very able
survey-q-perilaku = What do you think of <b>how polite and friendly the staff are</b>?
survey-perilaku-1 = Not polite and friendly
survey-perilaku-2 = Less polite and friendly
survey-perilaku-3 = Polite and friendly
survey-perilaku-4 = Very polite and friendly
survey-q-sarana = What do you think of <b>the quality of the building and equipment</b>?
survey-sarana-1 = Bad
survey-sarana-2 = Fair
survey-sarana-3 = Good
survey-sarana-4 = Very good
survey-q-pengaduan = What do you think of <b>how complaints are handled</b>?
survey-pengaduan-1 = There is none
survey-pengaduan-2 = There is, but it does not work
survey-pengaduan-3 = Works, but not well enough
survey-pengaduan-4 = Well managed

# Filling it in
button-survey =
    { $n ->
        [one] Survey: 1 question (about { $minutes } min)
       *[other] Survey: { $n } questions (about { $minutes } min)
    }
button-survey-go = Go on with the survey
button-survey-of = Go on with the survey: { $unit }
survey-progress = { $place } of { $n }  { $bar }
survey-question =
    <b>{ $where }</b>
    { $progress }

    { $question }
survey-question-again =
    <b>{ $where }</b>
    { $progress }

    { $question }

    Your answer: <b>{ $answer }</b>. You may change it.
button-survey-back = ‹ Back
button-survey-later = Later
survey-later =
    All right. { $kept }

    You can go on until { $until }: tap the button below, or type /start.
survey-kept = Stored so far: { $done } of { $n } answers.
survey-kept-none = There is no answer yet.
survey-thanks =
    Thank you. Your answers about <b>{ $where }</b> are stored.

    They are counted with those of others into the index of satisfaction (IKM), without names. The result is published, and for the elements with the lowest scores there is a plan to improve them.
survey-finished = You have finished this survey already. Thank you.
survey-withdrawn = You have withdrawn this score, so its survey cannot be filled in any more.
survey-too-old = Sorry, a survey can be filled in for { $days } days only. Please rate again after your next visit.

# Profile: choices, all may be skipped
survey-about =
    <b>About you</b> (optional)
    { $progress }

    { $question }

    What for: to see whether everybody is served equally well. We ask for no name and no NIK.
button-skip-all = Skip all, finish
survey-me-service = Which service did you receive?
survey-me-sex = Your sex?
survey-me-age = Your age?
survey-me-education = Your highest education?
survey-me-occupation = Your occupation?
profile-sex-female = Female
profile-sex-male = Male
profile-age-under-20 = Under 20
profile-age-20-29 = 20–29
profile-age-30-39 = 30–39
profile-age-40-49 = 40–49
profile-age-50-59 = 50–59
profile-age-60-up = 60 and over
profile-education-SD = Primary (SD) or less
profile-education-SMP = Junior high (SMP)
profile-education-SMA = Senior high (SMA)
profile-education-D3 = Diploma (D1–D3)
profile-education-S1 = Bachelor (S1/D4)
profile-education-S2 = Master (S2)
profile-education-S3 = Doctorate (S3)
profile-occupation-PNS = Civil servant (PNS)
profile-occupation-TNI = Armed forces (TNI)
profile-occupation-POLRI = Police (POLRI)
profile-occupation-swasta = Private employee
profile-occupation-wirausaha = Own business
profile-occupation-lainnya = Other

# Why a score is low
rate-why =
    <b>{ $where }</b>
    Your score: <b>{ $score }</b>.

    What needs to become better most of all?
rate-why-comment =
    <b>{ $where }</b>
    Your score and comment are stored: <b>{ $score }</b>.

    What needs to become better most of all?
why-persyaratan = Requirements
why-prosedur = Steps and procedure
why-waktu = Time it took
why-biaya = Cost
why-produk = Result
why-kompetensi = Skill of staff
why-perilaku = Conduct of staff
why-sarana = Room and facilities
why-pengaduan = Handling of complaints
why-pungli = Illegal levies
why-keterlambatan = Lateness
why-informasi = Information
why-lainnya = Something else
rate-thanks-low =
    Thank you. Your score for <b>{ $where }</b>: <b>{ $score }</b>.

    We are sorry that the service was not good. If you want an answer, make a complaint: the staff must respond. You may stay anonymous.

    The score can be changed for 24 hours.
why-not-low = A reason is asked only for the scores Not good and Less good.

# Withdrawing a score
button-rating-withdraw = Withdraw score
rating-withdraw-sure =
    Withdraw your score for <b>{ $where }</b>?

    Your score and answers will not count any more, and your comment is erased.
button-rating-withdraw-yes = Yes, withdraw
button-rating-keep = No, keep it
rating-withdrawn = Your score for <b>{ $where }</b> is withdrawn and does not count any more.
rating-is-withdrawn = You have withdrawn this score. You can give a new one with /rate.

# How admins set it up
button-instrument = Survey
instrument-page =
    <b>Survey: { $unit }</b>
    { $version }

    Tap an element to use it (✓) or leave it out (–). Changes hold for surveys begun after they are saved.
instrument-built-in = Built-in version: the nine official elements
instrument-version = Version { $n }, since { $since }
instrument-changed = Not saved yet
button-instrument-on = ✓ { $element }
button-instrument-off = – { $element }
button-instrument-questions = Questions ({ $n })
button-instrument-save = Save as a new version
button-instrument-drop = ‹ Back without saving
instrument-element =
    <b>{ $element }</b>

    { $lines }

    Questions of your own are answered by: Not good, Less good, Good, Very good. The answers to several questions make one score of the element, their mean.
instrument-official = { $place }. { $question } (official)
instrument-own = { $place }. { $id } / { $en }
button-instrument-add = + Add a question
button-instrument-remove = Remove { $place }
instrument-ask-id =
    Write the question for the element <b>{ $element }</b> in Indonesian ({ $least }–{ $most } characters).

    Example: Bagaimana kenyamanan ruang tunggu?
instrument-ask-en =
    Now write the same question in English.

    Example: How comfortable is the waiting room?
instrument-saved =
    Saved: survey of <b>{ $unit }</b>, version { $n }.

    Surveys already begun keep their old questions.
survey-question-short = The question is too short. Please write at least { $least } characters.
survey-elements-none = The survey needs at least one element.
survey-elements-unknown = Sorry, this element is not known. Please open the page of the survey once more.
survey-questions-many = One element has at most { $most } questions.

# Paper questionnaires entered from a file
paper-no-profile = the column “{ $column }” holds “{ $found }”, which is not known. Correct it, empty it, or remove the column.
paper-no-service = the unit has no service “{ $found }”.
paper-day-to-come = The day of the questionnaires has not come yet.
paper-other-questions = The questions of the file ({ $found }) are not those of the survey of { $unit } on that day ({ $asked }). Set them up in the bot first: /offices, the unit, Survey.
paper-twice = This file was entered by { $by } on { $at } already. Nothing was stored.
paper-stored = Stored as paper in the unit { $unit }, day { $day }: questionnaires { $n }, complete ones { $complete }. Entered by { $by }.
paper-profile = Columns about the people: { $columns }
