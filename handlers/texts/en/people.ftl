# Joining, invitations, lists of people, my roles.

role-officer = officer
role-head = head of unit
role-admin = admin
button-role-officer = Officer
button-role-head = Head of unit
button-role-admin = Admin

button-join = Yes, join
button-correct = Something is wrong
button-not-me = Cancel
button-invite = Invite
button-invite-staff = Invite staff
button-invite-another = Another invitation
button-overall-admins = Admins and inspectors of all offices
button-relink = Make a new link
button-dismiss = End this role
button-dismiss-yes = Yes, end it

# Joining
join-ask-nip =
    Welcome. You are invited as <b>{ $role }</b> of <b>{ $where }</b>.

    What is your NIP? Write its 18 digits; blanks do not matter.
join-ask-name = What is your full name, as in your letter of appointment?
join-ask-position = What is your position? Example: General administrator
join-confirm =
    Is this right?

    Name: <b>{ $name }</b>
    NIP: { $nip }
    Position: { $position }
    Role: { $role }, { $where }
join-declined = All right, nothing was stored. The invitation link stays good until it expires.
joined-officer =
    Welcome, <b>{ $name }</b>. You are now an officer at { $where }.

    • New complaints to your unit arrive here. Tap <b>Take</b>, then answer.
    • /tasks – open complaints by deadline
    • /performance – your own figures
    • /me – your roles here
joined-head =
    Welcome, <b>{ $name }</b>. You are now the head of unit at { $where }.

    • You are told here of complaints that are overdue.
    • /tasks – open complaints
    • /summary – the weekly summary
    • /qr – QR poster of your unit
joined-admin =
    Welcome, <b>{ $name }</b>. You are now an admin of { $where }.

    First steps:
    • /offices – units, services, counters, hours, CSV import
    • /invite – invite officers and heads of unit
    • /qr – posters for the counters
    • /summary – the weekly summary

# My roles
me-citizen = You use this bot as a citizen. If you are an officer, open the invitation link from your office’s admin.
me-staff =
    <b>{ $name }</b>
    NIP { $nip }
    { $position }

    { $roles }
me-role = • { $role }, { $where }

# Invitations
invite-role = Invite as what?
invite-office = Inviting: <b>{ $role }</b>. At which office?
invite-unit = Inviting: <b>{ $role }</b> at { $office }. In which unit?
invite-no-unit = { $office } has no unit yet. Add a unit first, then invite: <b>{ $role }</b>.
invite-to = Invite to <b>{ $unit }</b>, as what?
invite-made =
    The invitation (<b>{ $role }</b>, { $where }) is ready. Forward the next message to the person.

    The link is for one person, until { $until }.
invitation =
    You are invited to Suara Warga as <b>{ $role }</b> of <b>{ $where }</b>.

    Open this link on a phone that has Telegram:
    { $link }

    It works once, until { $until }.
invitation-personal =
    Invitation for <b>{ $name }</b> ({ $unit }) to Suara Warga.

    Open this link on a phone that has Telegram, then write your NIP:
    { $link }

    It works once, within 7 days.

# Lists of people
people-offices = The people of which office?
people-list =
    <b>{ $name }</b> – people

    { $count ->
        [0] Nobody yet. Invite the first.
        [one] One role, { $waiting } not joined yet. Choose it.
       *[other] { $count } roles, { $waiting } not joined yet. Choose one.
    }
member-label = { $name } – { $role }, { $unit }
member-label-office = { $name } – { $role }
person-page =
    <b>{ $name }</b>
    { $position }

    Role: { $role }, { $where }
    { $state }
person-joined = Has joined.
person-waiting = Has not joined: the personal link was not used yet.
relink-made = A new link for <b>{ $name }</b> is in the next message. The old link is void.
dismiss-ask = End the role <b>{ $role }</b> of <b>{ $name }</b> at { $where }? The performance record stays.
dismissed = The role { $role } of <b>{ $name }</b> at { $where } has ended.
dismissed-notice = Your role as { $role } at { $where } has ended. Thank you for your service.

# Refusals
nip-invalid = A NIP has 18 digits.
nip-letters = “{ $text }” is not a NIP. A NIP has digits only, 18 of them.
nip-length = A NIP has 18 digits, this one has { $digits }.
nip-spreadsheet = “{ $text }” is not a NIP: the spreadsheet has changed the digits. Make the column a text column and write them again.
nip-taken = This NIP belongs to another account. Ask your office’s admin.
nip-differs = This account is registered with the NIP { $nip }.
nip-not-invited = This NIP does not fit the invitation. Check the digits, or ask for the right invitation.
nip-own-link = Your office has registered this NIP already. Join by your personal link; an admin can make a new one with /people.
invitation-unknown = Sorry, this invitation link is not known. Ask an admin for a new one.
invitation-used = This invitation link was used already. Ask an admin for a new one.
invitation-expired = This invitation link has expired. Ask an admin for a new one.
role-held = You hold this role already. The link stays good for somebody else.
role-unknown = the role “{ $text }” is not known. Write officer, head, admin or inspector.
role-needs-unit = An officer or a head of unit needs a unit.
admin-has-office = An admin or an inspector belongs to an office, not to a unit.
officer-joined = This person has joined already.
appointment-over = This role has ended already.
last-admin = This is the last admin of all offices. Invite another one first.

menu-invite = Invite officers
menu-people = List of people
menu-me = My roles
