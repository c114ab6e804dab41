"""A small S3: one bucket in memory, which takes only requests that are signed rightly.

The signature is computed here by the published rules (AWS Signature Version 4), not by the library
under test; `tests/bot/test_files_storage.py` holds it against AWS's own examples.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, unquote
from xml.etree import ElementTree

from aiohttp import web

EMPTY = hashlib.sha256(b"").hexdigest()


@dataclass(frozen=True)
class Signed:
    """What is signed of a request."""

    method: str
    path: str  # as sent, encoded
    query: str
    headers: Mapping[str, str]
    payload: str  # SHA-256 in hex


def signature(request: Signed, names: str, secret: str, scope: str, at: str) -> str:
    """The signature in hex. names: the signed headers, `a;b`; scope: date/region/service/…"""
    pairs = sorted(
        (quote(name, safe="-_.~"), quote(value, safe="-_.~"))
        for name, value in parse_qsl(request.query, keep_blank_values=True)
    )
    canonical = "\n".join(
        (
            request.method,
            quote(unquote(request.path), safe="/-_.~"),
            "&".join(f"{name}={value}" for name, value in pairs),
            *(f"{name}:{' '.join(request.headers[name].split())}" for name in names.split(";")),
            "",
            names,
            request.payload,
        )
    )
    hashed = hashlib.sha256(canonical.encode()).hexdigest()
    told = "\n".join(("AWS4-HMAC-SHA256", at, scope, hashed))
    key = f"AWS4{secret}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    return hmac.digest(key, told.encode(), "sha256").hex()


@dataclass
class S3:
    """The bucket: what it holds, and how often it was asked. failing: the next so many requests
    are answered with 503."""

    bucket: str
    key: str
    secret: str
    region: str
    objects: dict[str, bytes] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    refused: int = 0
    failing: int = 0

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.seen.append(f"{request.method} {request.path}")
        if self.failing:
            self.failing -= 1
            return web.Response(status=503)
        if not self._signed(request, body):
            self.refused += 1
            return web.Response(
                status=403, text="<Error><Code>SignatureDoesNotMatch</Code></Error>"
            )
        name = request.match_info.get("name", "")
        if request.method == "POST" and "delete" in request.query:
            return self._delete(body)
        if request.method == "PUT":
            self.objects[name] = body
            return web.Response(headers={"ETag": f'"{hashlib.md5(body).hexdigest()}"'})
        if name not in self.objects:
            return web.Response(status=404, text="<Error><Code>NoSuchKey</Code></Error>")
        etag = hashlib.md5(self.objects[name]).hexdigest()
        headers = {"ETag": f'"{etag}"', "Last-Modified": "Mon, 23 Nov 2026 02:00:00 GMT"}
        return web.Response(body=self.objects[name], headers=headers)

    def _delete(self, body: bytes) -> web.Response:
        """DeleteObjects: several keys in one request."""
        keys = [
            found.text or ""
            for found in ElementTree.fromstring(body).iter()
            if found.tag.endswith("Key")
        ]
        for key in keys:
            self.objects.pop(key, None)
        deleted = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in keys)
        return web.Response(text=f"<DeleteResult>{deleted}</DeleteResult>")

    def _signed(self, request: web.Request, body: bytes) -> bool:
        scheme, _, rest = request.headers.get("Authorization", "").partition(" ")
        given = dict(part.strip().split("=", 1) for part in rest.split(",") if "=" in part)
        payload = request.headers.get("x-amz-content-sha256", "")
        if scheme != "AWS4-HMAC-SHA256" or payload != hashlib.sha256(body).hexdigest():
            return False
        key, _, scope = given["Credential"].partition("/")
        at = request.headers["x-amz-date"]
        names = given["SignedHeaders"]
        headers = {name.lower(): value for name, value in request.headers.items()}
        path, _, query = request.raw_path.partition("?")
        signed = Signed(request.method, path, query, headers, payload)
        return (
            key == self.key
            and scope == f"{at[:8]}/{self.region}/s3/aws4_request"
            and {"host", "x-amz-date", "x-amz-content-sha256"} <= set(names.split(";"))
            and signature(signed, names, self.secret, scope, at) == given["Signature"]
        )


@asynccontextmanager
async def serving(store: S3) -> AsyncIterator[str]:
    """The address while it serves."""
    app = web.Application(client_max_size=2**25)
    app.router.add_route("*", f"/{store.bucket}/{{name:.+}}", store.handle)
    app.router.add_post(f"/{store.bucket}", store.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
