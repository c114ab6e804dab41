# The publication of the index. Words that go onto the poster have no bold marks.
button-skm-poster = Poster of the index
skm-poster-pdf = Poster of the index, <b>{ $unit }</b>, { $period }: PDF for printing (A4).
skm-poster-png = The same as a picture, for screens and messages.
skm-poster-few = There is not enough to publish yet: each element needs answers of at least { $least } people. Figures about fewer people are not shown.

ikm-poster-title = Index of citizens’ satisfaction (IKM)
ikm-poster-score = Score of the index
ikm-poster-quality = Quality of the service
ikm-poster-range = 95 % interval: { $low } to { $high }
ikm-poster-respondents = Respondents
ikm-poster-sex = Sex
ikm-poster-education = Education
ikm-poster-hidden = * not shown: fewer than 5 people, or would give away such a number
ikm-poster-services = Services
ikm-poster-services-more = { $services }, and { $n } more
ikm-poster-time = Survey from { $first } to { $last }
ikm-poster-weight = Computed from { $n } elements of weight { $weight } each
ikm-poster-running = Provisional: this period is not over.
ikm-poster-thanks = THANK YOU
ikm-poster-thanks-why = Thank you for your ratings. What you tell us helps us to go on improving our service to the public.
ikm-poster-more = All figures and how they are made: scan this code.
ikm-poster-basis = Computed by Regulation 14/2017 of the Minister PANRB · data as of { $at }
