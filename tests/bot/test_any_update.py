"""Whatever comes in is read or refused; it never breaks the webhook."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot import updates

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
_FIELDS = ["from", "chat", "text", "photo", "data", "id", "reply_markup", "message"]
_part = st.dictionaries(st.sampled_from(_FIELDS), _json)
_KINDS = ["update_id", "message", "callback_query", "my_chat_member"]
_update = st.dictionaries(st.sampled_from(_KINDS), _part | _json)


@given(_update | _json)
def test_it_is_read_or_refused(anything: Any) -> None:
    for reader in (updates.read, updates.reachable_again):
        try:
            reader(anything)
        except updates.Malformed:
            continue
