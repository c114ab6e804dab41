"""How updates reach the bot: getUpdates with its long poll, and the webhook's settings."""

import re

from bot.sandbox.errors import ApiError, Json, bad_request
from bot.sandbox.params import Params
from bot.sandbox.state import Webhook
from bot.sandbox.world import World

POLL_MOST = 50
"""Seconds: Telegram caps the long poll here."""
BATCH_MOST = 100
SECRET = re.compile(r"^[A-Za-z0-9_-]{1,256}$")
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"


async def get_updates(world: World, params: Params) -> list[Json]:
    """Confirm what is below the offset, then hand out what waits, or wait for something.

    A second call ends the first one with 409, as does setWebhook.
    """
    _check_no_webhook(world, WEBHOOK_ACTIVE)
    world.poller += 1
    me = world.poller
    world.notify("poller")
    _remember_allowed(world, params)
    _confirm(world, params.integer("offset"))
    limit = min(max(params.integer("limit", BATCH_MOST), 1), BATCH_MOST)
    seconds = min(max(params.integer("timeout"), 0), POLL_MOST)

    def disturbed() -> bool:
        return world.poller != me or bool(world.webhook.url) or bool(world.faults.outage)

    if seconds:
        try:
            await world.until(lambda: world.queue or disturbed(), seconds)
        except TimeoutError:
            return []
    _check_no_webhook(world, WEBHOOK_SET)
    if world.poller != me:
        raise ApiError(409, OTHER_POLLER)
    return _batch(world, limit)


def _check_no_webhook(world: World, words: str) -> None:
    if world.webhook.url:
        raise ApiError(409, words)


def _confirm(world: World, offset: int) -> None:
    if offset > 0:
        world.confirm(offset)
    elif offset < 0 and world.queue:
        newest = sorted({item.id for item in world.queue})[offset:]
        world.confirm(newest[0])


def _batch(world: World, limit: int) -> list[Json]:
    """The lowest ids, so that confirming the highest of them loses none, in delivery order."""
    order = world.waiting()
    lowest = {id(item) for item in sorted(order, key=lambda item: item.id)[:limit]}
    return [item.update for item in order if id(item) in lowest]


def _remember_allowed(world: World, params: Params) -> None:
    allowed = params.json("allowed_updates")
    if isinstance(allowed, list):
        world.allowed_updates = [str(kind) for kind in allowed]


def set_webhook(world: World, params: Params) -> bool:
    url = params.text("url").strip()
    if not url:
        return delete_webhook(world, params)
    if not re.match(r"^https?://[^\s/]+", url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = params.text("secret_token")
    if secret and not SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
    _remember_allowed(world, params)
    if params.flag("drop_pending_updates"):
        world.drop_updates()
    connections = min(max(params.integer("max_connections", 40), 1), 100)
    world.webhook = Webhook(url, secret, connections)
    world.notify("webhook")
    return True


def delete_webhook(world: World, params: Params) -> bool:
    if params.flag("drop_pending_updates"):
        world.drop_updates()
    world.webhook = Webhook()
    world.notify("webhook")
    return True


def get_webhook_info(world: World, params: Params) -> Json:
    hook = world.webhook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.waiting()),
    }
    if hook.url:
        info["max_connections"] = hook.max_connections
    if hook.last_error_date:
        info["last_error_date"] = hook.last_error_date
        info["last_error_message"] = hook.last_error_message
    if world.allowed_updates:
        info["allowed_updates"] = world.allowed_updates
    return info
