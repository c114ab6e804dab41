"""What people send along: fetched from Telegram, checked by content, cleaned, kept, sent on."""
