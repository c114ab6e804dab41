"""Telegram in a box: a stateful Bot API emulator with a chat page, for the demo and the tests.

`World` holds the state and the rules, `Sandbox` serves it over HTTP, `SandboxRequest` lets
python-telegram-bot call it without a network, and `Person` (made by `World.person`) acts as
somebody in a chat.
"""
