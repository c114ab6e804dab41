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
api-key-revoke-done = The key “{ $name }” is revoked.
api-keys-too-many = This unit uses { $limit } keys already. Revoke one that is not needed first.
api-key-gone = That key is revoked already.

# Answers of the API as a whole
api-key-missing = Send the API key: Authorization: Bearer sw_…
api-key-unknown = This API key is not known.
api-key-revoked = This API key is revoked. Ask an admin of the unit for another.
api-key-reused = This Idempotency-Key was used for another body. Use a new key for a new body.
api-idempotency-key = Send an Idempotency-Key: 1 to { $limit } printable ASCII characters, one for each request.
api-wait = Too many requests. Try again in { $seconds } seconds.
api-media-type = Send application/json or text/csv, without a Content-Encoding.
api-too-large = The body is too large. At most { $limit } KB.
api-unavailable = The service is not available now. Send the same request again in a moment.
api-json-broken = The body is not valid JSON.
api-json-no-object = Send one visit as a JSON object, or an object with “visits”.
api-json-no-list = “visits” must be a list, with no other member beside it.
api-csv-column-unknown = Column “{ $column }” is not known.
api-visits-none = There is no visit in it.
api-visits-many = There are { $count } visits. At most { $limit } in one request.
api-nothing-accepted = No visit was accepted; { $n } rejected. See “rejected”.
api-conflict = That number belongs to another visit, which is over.

# Why one visit is rejected
visit-no-object = must be an object.
visit-field-missing = is missing.
visit-field-unknown = “{ $name }” is not known.
visit-field-no-text = must be text.
visit-field-long = is too long; at most { $limit } characters.
visit-field-unprintable = holds a character that cannot be printed.
visit-instant-unreadable = “{ $text }” is not a time that can be read. Write 2026-11-23T09:15:00+07:00, in a CSV file also 23/11/2026 09.15.
visit-instant-no-offset = “{ $text }” has no offset. Add it, such as +07:00.
visit-instant-future = is a time that is yet to come.
visit-queued-after-start = the number was taken after the service began.
visit-end-before-start = ended before it began.
visit-outcome-unknown = “{ $text }” is not known. Choose done, redirected or left.
visit-outcome-without-end = has an outcome but no end.
visit-pauses-no-list = must be a list.
visit-pauses-many = too many; at most { $limit }.
visit-pause-outside = a pause must be within the visit, in order, and apart from the others.
visit-service-unknown = this unit has no service “{ $name }”.
visit-counter-unknown = this unit has no counter “{ $name }”.
