# Offices, units, services, counters, hours, special days, CSV import, poster.

# Buttons
button-back = ‹ Back
button-earlier = ‹ Earlier
button-more = More ›
button-add-office = + Add an office
button-add-unit = + Add a unit
button-add-service = + Add a service
button-add-counter = + Add a counter
button-add-day = + Add a day
button-days-everywhere = Special days of all offices
button-units = Units
button-days = Special days
button-ramadan = Set Ramadan
button-import = Import CSV
button-import-again = Send another file
button-zone = Time zone
button-rename = Rename
button-close = Close
button-close-yes = Yes, close it
button-services = Services
button-counters = Counters
button-hours = Opening hours
button-type-hours = Type them
button-poster = QR poster
button-duration = Duration
button-fee = Fee
button-requirements = Requirements
button-roster = Change officer
button-roster-empty = Leave it empty
button-empty = Leave it empty
button-remove-day = Remove this day
button-no-decree = No decree
button-day-closed = Closed all day
button-whole-unit = The whole unit
button-another-poster = Another poster

# Pages
offices-list =
    <b>Offices</b>

    { $count ->
        [0] There is no office yet. Add the first one.
        [one] One office. Choose it.
       *[other] { $count } offices. Choose one.
    }
office-page =
    <b>{ $name }</b>

    Time zone: { $zone }
    Units: { $units }
units-list =
    <b>{ $name }</b> – units

    Choose a unit, or add a new one.
unit-page =
    <b>{ $name }</b>

    Opening hours ({ $zone }):
    { $hours }

    Services: { $services }
    Counters: { $counters }
services-list =
    <b>{ $name }</b> – services

    Choose a service, or add a new one.
service-page =
    <b>{ $name }</b>
    { $unit }

    Duration: { $duration }
    Fee: { $fee }
    Requirements:
    { $requirements }
counters-list =
    <b>{ $name }</b> – counters

    Choose a counter, or add a new one.
counter-page =
    <b>{ $name }</b>
    { $unit }

    Officer now: { $officer }
counter-empty = nobody yet
not-filled = not filled in
all-offices = all offices
saved = Saved.
saved-office = Office <b>{ $name }</b> was added.
saved-unit = Unit <b>{ $name }</b> was added.
closed = Closed. Its records and figures stay.

duration-minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
duration-working-hours =
    { $n ->
        [one] 1 working hour
       *[other] { $n } working hours
    }
duration-working-days =
    { $n ->
        [one] 1 working day
       *[other] { $n } working days
    }
duration-hours =
    { $n ->
        [one] 1 hour
       *[other] { $n } hours
    }
duration-days =
    { $n ->
        [one] 1 day
       *[other] { $n } days
    }

# What is typed
write-office-new = What is the new office called? Example: Dinas Kependudukan dan Pencatatan Sipil
write-office-name = What is the right name of the office?
write-ramadan =
    From which day to which day is Ramadan this year? Example: 8/2/2027 - 9/3/2027

    On those days units with the usual office hours keep Ramadan hours (Perpres 21/2023). Units with hours of their own do not change.
write-unit-new = What is the new unit called? Write it as citizens know it. Example: Loket KTP-el
write-unit-name = What is the right name of the unit?
write-unit-hours =
    Write days and hours, parted by semicolons. A day that is not named is closed.

    Examples:
    Mon-Thu 07.30-12.00 13.00-16.00; Fri 07.30-11.30 13.00-16.30
    Daily 24 hours
write-service-new = What is the service called? Example: Reprint of the KTP-el
write-service-name = What is the right name of the service?
write-service-duration =
    By when is this service promised to be done?

    Write a number and its unit: minutes, working hours, working days, hours or days. Example: 2 working hours
write-service-fee = What does it cost? Example: Free, or Rp10,000
write-service-requirements = What is required? Write one per line.
write-counter-new = What is the new counter called? Example: Loket 2
write-counter-name = What is the right name of the counter?

# Closing
close-office-admin = Close the office <b>{ $name }</b>? All its units must be closed already.
close-unit-admin = Close the unit <b>{ $name }</b> with its services and counters? Citizens can no longer rate it or complain about it. Its old figures stay.
close-service-admin = Close the service <b>{ $name }</b>? Citizens will no longer see it.
close-counter-admin = Close the counter <b>{ $name }</b>? Its QR code will no longer work.

# Hours and zones
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
hours-day = { $day }: { $hours }
hours-days = { $first }–{ $last }: { $hours }
hours-closed = closed
hours-choose =
    <b>{ $name }</b> – opening hours

    Now:
    { $hours }

    Choose the hours, or type them.
hours-preset-office = Usual office, Monday–Friday
hours-preset-saturday = Usual office and Saturday 08.00–12.00
hours-preset-always = Every day, 24 hours
zone-choose = <b>{ $name }</b> keeps { $zone }. Choose its time zone.
zone-wib = WIB (Jakarta)
zone-wita = WITA (Makassar)
zone-wit = WIT (Jayapura)

# Special days
days-list =
    <b>{ $name }</b> – special days

    Ramadan: { $ramadan }

    National holidays and cuti bersama in the next 60 days (counted already):
    { $national }

    Below are the days the office decreed itself.
day-label = { $day } – { $name }
ramadan-set = { $first } to { $last }
ramadan-not-set = not set yet
ramadan-by-office = set in each office
national-day = • { $day }: { $name }
national-none = none
day-page =
    <b>{ $day }</b>
    { $name }

    Holds in: { $where }
    Hours: { $hours }
    Decree: { $decree }
day-removed = The day <b>{ $name }</b> was removed.
day-ask-date = Which date? Example: 25/12/2026
day-ask-name =
    <b>{ $day }</b>. { $note }

    What is the day called? Example: Anniversary of the town
day-is-official = This day is an official day off already ({ $name }), so it need not be added, unless the office stays open.
day-ask-decree = What is the number of the decree or circular?
day-ask-hours = From when to when is it open on that day? Example: 07.30-12.00
day-saved =
    Saved: <b>{ $day }</b>, { $name }.
    Hours: { $hours }

    Deadlines of complaints that are set from now on count with it.

# Roster
roster-choose = Who serves at <b>{ $counter }</b> ({ $unit }) from now on?
roster-nobody = { $unit } has no officer yet who could serve at <b>{ $counter }</b>. Invite one first.

# CSV import
import-ask =
    <b>{ $name }</b> – CSV import

    Send a .csv file (at most { $rows } rows, of visits { $visits }, 1 MB). Its kind is known by its header. Good rows are kept, bad ones are reported. The same file may be sent again.

    Examples:
import-kind-units = Units
import-kind-services = Services
import-kind-counters = Counters
import-kind-people = People
import-kind-days = Special days
import-kind-visits = Visits
import-example = Example: { $kind }. Fill in your data, save it as CSV, and send it here.
import-report =
    <b>Import: { $kind }</b>

    New: { $added }
    Changed: { $changed }
    Known already: { $known }

    { $problems }
import-no-problems = No row is in trouble.
import-problems =
    { $count ->
        [one] One thing needs mending (the rest is saved):
       *[other] { $count } things need mending (the rest is saved):
    }
import-problem-cell = • Row { $line }, column “{ $column }”: { $reason }
import-problem-row = • Row { $line }: { $reason }
import-more-problems = … and { $count } more.
import-links = This file holds { $count } personal invitation links. Send each to its officer; a link works once, within 7 days.

# Poster
qr-unit = A poster for which unit?
qr-none = There is no unit yet that you look after.
qr-counter = Poster of <b>{ $unit }</b>: for the whole unit, or for one counter?
qr-poster =
    Poster of <b>{ $name }</b>, to be printed on A4.
    { $link }
qr-code =
    The QR code of <b>{ $name }</b> alone, for your own design.
    { $link }
poster-call = How was our service?
poster-hint = Scan with your phone’s camera, then tap one answer.

# Refusals
office-unknown = Sorry, this office is not known or was closed.
service-unknown = Sorry, this service is not known or was closed.
own-day-unknown = Sorry, this day was removed already.
own-day-past = A day that is over cannot be removed: times were counted with it.
name-too-short = The name is too short. Write at least 2 letters or digits.
name-too-long = The name is too long: { $length } characters. At most { $limit }.
name-taken = The name “{ $name }” is taken. Choose another.
name-of-closed = The name “{ $name }” belonged to an office that was closed. Choose another.
note-too-long = The text is too long: { $length } characters. At most { $limit }.
text-formula = The text must not begin with “{ $sign }”: a spreadsheet takes that for a formula.
zone-unknown = The time zone “{ $zone }” is not known. Choose WIB, WITA or WIT.
duration-unreadable = “{ $text }” cannot be read as a duration. Write a number and its unit: minutes, working hours, working days, hours or days. Example: 2 working hours
date-unreadable = “{ $text }” cannot be read as a date. Example: 25/12/2026 or 2026-12-25
date-impossible = There is no date “{ $text }”. The order is day/month/year, as in 25/12/2026
date-year = The year must lie between { $first } and { $last }.
days-backwards = The last day comes before the first.
days-too-many = Too long. At most { $limit } days.
two-days-needed = Write two dates: the first and the last day. Example: 8/2/2027 - 9/3/2027
hours-day-unknown = The day “{ $text }” is not known. Write for example: Mon-Thu, Fri, or Daily.
hours-no-day = “{ $text }” lacks the day. Example: Mon-Thu 07.30-16.00
hours-no-time = “{ $text }” lacks the hours. Example: Mon-Thu 07.30-16.00
hours-time-unknown = “{ $text }” cannot be read as hours. Example: 07.30-12.00
hours-backwards = “{ $text }”: closing must come after opening. For a night shift write two: Mon 20.00-24.00; Tue 00.00-06.00
hours-overlap = The hours overlap: { $text }
hours-day-twice = { $day } is named twice. Write all hours of a day in one place.
hours-empty = There are no opening hours at all. Example: Mon-Fri 08.00-15.00
office-has-units =
    { $count ->
        [one] This office still has an open unit. Close it first.
       *[other] This office still has { $count } open units. Close them first.
    }
unit-has-cases =
    { $count ->
        [one] This unit still has an open complaint. Finish it or hand it over first.
       *[other] This unit still has { $count } open complaints. Finish them or hand them over first.
    }
officer-elsewhere = This officer does not work in the unit of this counter.
csv-other-file = “{ $name }” is not a .csv file. In Excel: Save as, then choose CSV.
csv-too-large = The file is too large. At most { $limit } KB.
csv-too-long = The file has { $rows } rows. At most { $limit }; split it into several files.
csv-not-fetched = The file could not be fetched from Telegram. Please send it once more.
csv-empty = The file is empty.
csv-not-text = The file is not text. In Excel: Save as, then choose CSV UTF-8.
csv-broken = Row { $line } is broken: a quotation mark is not closed, or a cell is too long. Mend it and send the file again.
csv-header-unknown = The header is not known ({ $found }). See the examples for the names of the columns.
csv-no-column = The header lacks the column “{ $column }”.
csv-column-twice = The header has the column “{ $column }” twice.
csv-column-unknown = this column is not known, so it was not read.
csv-row-long = it holds more than the { $columns } columns of the header. Text with the parting sign in it needs quotation marks.
csv-cell-empty = is empty.
csv-which-office = the office is not named.
csv-no-office = there is no office “{ $name }”.
csv-no-unit = there is no unit “{ $name }” in { $office }.

menu-offices = Offices, units, hours
menu-qr = QR poster
