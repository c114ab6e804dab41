"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import json
from typing import Any

from aiohttp import web

from bot.sandbox.errors import ApiError
from bot.sandbox.files import DOWNLOAD_LIMIT, UPLOAD_LIMIT, Upload
from bot.sandbox.methods import Answer, call
from bot.sandbox.world import World

BODY_MOST = UPLOAD_LIMIT + 1024 * 1024


class BotApi:
    """The two routes of the Bot API for one world."""

    def __init__(self, world: World) -> None:
        self.world = world

    def add_to(self, app: web.Application) -> None:
        app.router.add_route("*", "/bot{token}/{method}", self.method)
        app.router.add_get("/file/bot{token}/{path:.+}", self.file)

    async def method(self, request: web.Request) -> web.StreamResponse:
        try:
            values, uploads = await read_parameters(request)
            answer = await call(
                self.world,
                request.match_info["token"],
                request.match_info["method"],
                values,
                uploads,
            )
        except ApiError as error:
            answer = Answer(error.code, error.body())
        except web.HTTPRequestEntityTooLarge:
            answer = Answer(413, ApiError(413, "Request Entity Too Large").body())
        return await self._respond(request, answer)

    async def _respond(self, request: web.Request, answer: Answer) -> web.StreamResponse:
        if answer.fate == "timeout":
            await self._silence()
        if answer.fate != "answered":
            return hang_up(request)
        return web.json_response(answer.body, status=answer.status)

    async def _silence(self) -> None:
        """Say nothing for as long as the outage lasts, an hour at most."""
        try:
            await self.world.until(lambda: self.world.faults.outage != "timeout", 3600)
        except TimeoutError:
            return

    async def file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return web.json_response(ApiError(401, "Unauthorized").body(), status=401)
        if self.world.faults.outage:
            return hang_up(request)
        if self.world.faults.fail_download():
            return web.json_response(ApiError(502, "Bad Gateway").body(), status=502)
        file = self.world.files.by_path(request.match_info["path"])
        if file is None or file.size > DOWNLOAD_LIMIT:
            return web.json_response(ApiError(404, "Not Found").body(), status=404)
        return web.Response(body=file.data, content_type=file.mime)


def hang_up(request: web.Request) -> web.Response:
    """Close the connection without a word."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=499)


async def read_parameters(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """The query and the body of a call, whichever of the three encodings it has."""
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        values |= _decoded(await request.read())
        return values, {}
    uploads: dict[str, Upload] = {}
    for name, field in (await request.post()).items():
        if isinstance(field, web.FileField):
            uploads[name] = Upload(field.filename, field.file.read(), field.content_type)
        else:
            values[name] = field.decode() if isinstance(field, (bytes, bytearray)) else field
    return values, uploads


def _decoded(body: bytes) -> dict[str, Any]:
    try:
        decoded = json.loads(body or b"{}")
    except ValueError as error:
        raise ApiError(400, "Bad Request: can't parse request JSON object") from error
    if not isinstance(decoded, dict):
        raise ApiError(400, "Bad Request: can't parse request JSON object")
    return decoded
