"""One story per town: a half-year, played through the chat by everybody who has a part in it."""
