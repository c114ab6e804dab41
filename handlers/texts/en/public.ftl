# The public pages on the web: no login, no scripts. All of it is plain, without markup.
public-about = Citizens' satisfaction index, handling of complaints and service times of every unit, each with the number of people who answered.
public-about-unit = Citizens' satisfaction index, complaint times and service times of { $unit }, { $office }.
public-skip = Skip to the content
public-navigation = Pages and language
public-units = All units
public-how-short = Method
public-other-language = Bahasa Indonesia
public-footer = Suara Warga shows what citizens say as they said it. No cookies, no trackers.

public-search-label = Find a unit or service
public-search-example = For example KTP
public-search = Search
public-units-title = What citizens say of public services
public-units-lead = Choose a unit to see its satisfaction index, how long complaints take and how long its services take.
public-units-number = { $n ->
    [1] 1 unit
   *[other] { $n } units
}
public-offices = Offices
public-found = Results for “{ $query }”
public-found-nothing = Nothing resembles “{ $query }”. Try another word, or choose from the list below.
public-no-units = There are no units yet.
public-missing-title = Page not found
public-missing = There is no such page, or we do not know this unit. Maybe a letter of the address is missing.
public-missing-list = See all units
public-away-title = Out of order for a moment
public-away = Sorry, the figures cannot be shown now. Please try again in a moment.

public-closed = This unit closed on { $day }. Its figures can still be read.
public-rate-or-complain = Rate or complain
public-by-telegram = by Telegram, { $bot }

public-none = No ratings yet.
public-few = Not enough data: { $n } ratings so far. Figures are shown from 5 on.
public-too-few = not enough data
public-withheld = not shown, as it would tell what the few said
public-not-enough = Not enough data
public-ikm = Citizens' satisfaction index (IKM)
public-scale = IKM { $ikm } of 100, quality { $letter }
public-respondents = Respondents
public-complete = { $n } filled in all of it
public-range = 95% range
public-with-range = 95% range
public-change = Since the period before
public-change-chance = may be chance
public-change-real = more than chance
public-sample = Sample
public-sample-enough = Large enough: { $needed } needed of { $population } people served
public-sample-unknown = Not known, as the number of people served was not recorded
public-sample-short = Below the minimum sample
public-sample-needed = { $needed } needed of { $population } people served
public-next = Next result
public-next-after = published after { $day }
public-history = The IKM over time
public-history-caption = The IKM of each period, the newest first
public-history-none = No period has a result yet.
public-trend-name = Chart of the IKM in { $n } periods; the numbers stand in the table
public-number = Number (n)
public-period = Period
public-letter = Quality
public-meaning = Meaning
public-elements = { $n } elements of service
public-elements-caption = Mean score (NRR) of each element, { $period }
public-element = Element
public-elements-foot = NRR from 1 to 4. The lowest elements need improvement most.

public-days = 13 weeks: Monday { $first } to Sunday { $last }
public-ratings = One-tap ratings
public-of-four = of 4
public-ratings-n = { $n } ratings; 95% range { $low }–{ $high }
public-spread-caption = The scores citizens gave
public-score = Score
public-share = Share
public-ways-caption = By how citizens came to the question. A token is the single-use code of one visit.
public-way = Way
public-mean = Mean
public-way-visit = With the token of a visit
public-way-invited = Invited at random
public-way-self = Without a token (poster, link, search)
public-visited = Visits that were rated
public-visited-unknown = Not known: visits were not recorded
public-answered = Invitations that were answered
public-answered-unknown = Nobody was invited
public-of = { $k } of { $n }

public-complaints = Complaints
public-complaints-few = Not enough data. Figures are shown from 5 complaints on.
public-times-caption = How long complaints take, in working time
public-step = Step
public-half = Half within
public-nine-of-ten = 9 of 10 within
public-in-time = In time
public-first-answer = First answer
public-solved = Solved
public-without = without external causes
public-length = { $length } of working time
public-length-at-least = { $length } of working time or more
public-complaints-foot = What is still open past its limit is counted. Complaints that the inspectorate handles are not among these.

public-services = Services: promised and real
public-services-caption = How long each service takes, beside what was promised
public-services-none = There is no list of services yet.
public-services-foot = The time in which citizens fetch missing papers is left out.
public-service = Service
public-promised = Promised
public-no-promise = nothing yet
public-kept = Promise kept

public-received = All that came in is counted
public-received-lead = No answers are picked out. What came in equals what is counted, plus what was excluded for a reason, plus what citizens withdrew.
public-received-caption = Came in = counted + excluded + withdrawn
public-came-in = Came in
public-counted = Counted
public-excluded = Excluded
public-withdrawn = Withdrawn
public-row-ratings = One-tap ratings, 13 weeks
public-row-questionnaires = IKM questionnaires, one period
public-row-complaints = Complaints, 13 weeks

public-data-title = Data and method
public-data = Figures up to the end of Sunday { $day }; new ones every Monday. You may download and use all of them.
public-data-csv = Download data (CSV)
public-how-title = How the figures are made
public-how-lead = Every figure on a unit's page can be computed again. This is how.
public-how-letters = What each quality means

public-how-ikm = The satisfaction index (IKM)
public-how-ikm-1 = The survey follows the regulation PermenPANRB 14/2017: nine elements of service, each scored from 1 to 4. A unit may use fewer elements.
public-how-ikm-2 = The mean score of an element (NRR) is the sum of its scores divided by the number of people who answered it. All elements weigh the same, 1/9 where there are nine. The sum of NRR times weight, times 25, is the IKM.
public-how-ikm-3 = The IKM is rounded to two decimals, then given its quality by this table. A unit's page holds the last period that is over.
public-how-sample = Did enough people answer?
public-how-sample-1 = The number of answers is compared with the table of Krejcie and Morgan: of 500 people served 217 have to answer, of 10,000 people 370.
public-how-sample-2 = Where there are fewer, the unit's page says “below the minimum sample” beside the number. Where nobody recorded how many were served, it says so too.
public-how-range = What is the range?
public-how-range-1 = Not everybody answers, so the true mean may be a little higher or lower. The 95% range tells how far.
public-how-range-2 = Where the ranges of two periods overlap, the difference may be chance. This is why units are not ranked.
public-how-ratings = One-tap ratings
public-how-ratings-1 = After being served, citizens may give one score from 1 to 4 by Telegram. A visit is rated once; without a visit a person rates a unit once a day.
public-how-ratings-2 = Citizens come to the question in three ways: with a token, the single-use code of their visit; invited at random; or without a token, from a poster, a link or a search. Those who come without a token or an invitation are often happier or more disappointed than others, so the three are kept apart.
public-how-ratings-3 = The response rate tells how many visits or invitations were answered.
public-how-complaints = How long complaints take
public-how-complaints-1 = Time is counted in the unit's working hours, from the receipt to the first answer the citizen can see, and until it is solved. Waiting for the citizen's reply is left out.
public-how-complaints-2 = Complaints that are open past their limit count as late. Turning a complaint down makes no figure better.
public-how-complaints-3 = External causes, such as a power cut, are claimed by officers and decided by a second person. Figures are shown with and without them. Complaints of bribes, violence or harassment go to the inspectorate and stand in no figure here.
public-how-services = Services: promised and real
public-how-services-1 = The time runs from when the officer begins to serve until it is done, in the kind of time of the promise: working hours where working hours were promised.
public-how-services-2 = The time in which citizens fetch missing papers is left out. “Half within” is the median: half of the visits were faster, half slower.
public-how-received = Nothing is lost
public-how-received-1 = Every rating, questionnaire and complaint that came in is told of exactly once: counted in the figures, excluded for a reason, or withdrawn by the citizen.
public-how-received-2 = A doubtful rating counts until two people have decided to exclude it. Low and high scores are treated alike. Nothing is deleted in silence.
public-how-privacy = Nobody sees who you are
public-how-privacy-1 = There is no figure about fewer than five people, nor one from which it could be computed.
public-how-privacy-2 = Figures end with a Sunday that is over. Your score is counted once that week is over, together with all other scores of the same week. So nobody can see from this page what score you have just given.
public-how-privacy-3 = Numbers of answers are exact. Where only one person rated a unit in a week, the score can be computed from the pages of two weeks in a row, but not who gave it. A score that is changed, withdrawn or excluded later changes the figures of its week at once.
public-how-privacy-4 = There are no figures about officers. These pages use no cookies, no scripts, no trackers.
public-how-data = Data
public-how-data-1 = All figures of a unit can be downloaded as CSV, with the number of people who answered (n) and the range. Decimals have a point.
public-how-data-2 = Its columns: section, item, period, measure, value, low, high, n and note. Empty means not enough data, not zero.

# In the chat
button-public-page = All figures on the web
