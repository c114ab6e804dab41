# When somebody sends too much.
flood-wait = You are sending too many messages. Please wait { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }, then go on.

    What you have sent is kept. What you send while waiting is not read; please send it again afterwards.
complaints-too-many = You have sent { $most } complaints within an hour. Please wait { $wait ->
        [one] one more minute
       *[other] { $wait } more minutes
    }, then send it. What you have filled in is kept.
complaints-too-many-day = You have sent { $most } complaints within 24 hours. Please wait { $wait ->
        [one] one more hour
       *[other] { $wait } more hours
    }, then send it. What you have filled in is kept.
