# API keys of queue systems, and the answers of the visits API.

button-api-keys = API keys
button-api-key-new = + Make a key
button-api-key-revoke = Revoke the key
button-api-key-revoke-yes = Yes, revoke it
button-api-key-keep = No, keep it

api-keys =
    <b>API keys</b> – { $unit }

    { $n } { $n ->
        [one] key is
       *[other] keys are
    } in use. A queue system sends its visits with such a key. Choose one to look at it or to revoke it.
api-keys-none =
    <b>API keys</b> – { $unit }

    There is no key yet. Make one so that the queue system of this unit can send its visits. What its makers need to know: docs/api.md.
api-key =
    <b>{ $name }</b>
    { $unit }

    Last four characters: { $hint }
    Made: { $made }
    Last used: { $used }
api-key-never = never
api-key-name = What is the key for? Write a name, such as “Ticket machine, first floor”. A unit can use at most { $limit } keys.
api-key-made =
    <b>Key “{ $name }”</b> – { $unit }

    <code>{ $secret }</code>

    Copy it into the queue system now. It cannot be shown again. Delete this message afterwards. Whoever holds the key can send visits in the name of this unit.
api-key-revoke =
    Revoke the key “{ $name }” (…{ $hint })?

    The system that uses it stops sending at once. The visits it has sent are kept.
api-key-revoked = The key “{ $name }” is revoked.
api-keys-too-many = This unit uses { $limit } keys already. Revoke one that is not needed first.
api-key-gone = That key is revoked already.
