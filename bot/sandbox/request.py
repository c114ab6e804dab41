"""python-telegram-bot's transport without a network: the fake beside the real one."""

import json
import re
from urllib.parse import unquote

from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.sandbox.errors import ApiError
from bot.sandbox.files import DOWNLOAD_LIMIT, Upload
from bot.sandbox.methods import call
from bot.sandbox.world import World

METHOD = re.compile(r"/bot([^/]+)/(\w+)$")
FILE = re.compile(r"/file/bot([^/]+)/(.+)$")
Seconds = DefaultValue[float] | DefaultValue[None] | float | None


class SandboxRequest(BaseRequest):
    """Calls the world directly: `telegram.Bot(token, request=SandboxRequest(world))`.

    Lost connections raise NetworkError and outages of the kind "timeout" raise TimedOut at once,
    without letting time pass.
    """

    __slots__ = ("world",)

    def __init__(self, world: World) -> None:
        self.world = world

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        if match := FILE.search(url):
            # python-telegram-bot quotes the token's colon here
            return self._file(unquote(match[1]), unquote(match[2]))
        if match := METHOD.search(url):
            return await self._call(match[1], match[2], request_data)
        return 404, json.dumps(ApiError(404, "Not Found").body()).encode()

    async def _call(self, token: str, name: str, data: RequestData | None) -> tuple[int, bytes]:
        values = data.json_parameters if data else {}
        uploads = {
            part: Upload(filename, _bytes(content), mime)
            for part, (filename, content, mime) in (data.multipart_data if data else {}).items()
        }
        try:
            answer = await call(self.world, token, name, dict(values), uploads)
        except ApiError as error:
            return error.code, json.dumps(error.body()).encode()
        if answer.fate == "timeout":
            raise TimedOut
        if answer.fate == "dropped":
            raise NetworkError("the connection was closed without an answer")
        return answer.status, json.dumps(answer.body).encode()

    def _file(self, token: str, path: str) -> tuple[int, bytes]:
        if self.world.faults.outage:
            raise NetworkError("the connection was closed without an answer")
        if self.world.faults.fail_download():
            return 502, json.dumps(ApiError(502, "Bad Gateway").body()).encode()
        file = self.world.files.by_path(path)
        if token != self.world.token or file is None or file.size > DOWNLOAD_LIMIT:
            return 404, json.dumps(ApiError(404, "Not Found").body()).encode()
        return 200, file.data


def _bytes(content: object) -> bytes:
    if isinstance(content, bytes):
        return content
    read = getattr(content, "read", None)
    return bytes(read()) if read else bytes(str(content), "utf-8")
