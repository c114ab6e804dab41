"""Whether requests and answers are as `openapi.json` describes them (OpenAPI 3.1 = JSON Schema)."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from bot.web import api

HERE = "urn:openapi"
DOCUMENT: dict[str, Any] = json.loads(api.description())


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """What a reference stands for."""
    while "$ref" in part:
        found: Any = DOCUMENT
        for name in part["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        part = found
    return part


def fits(schema: dict[str, Any], value: object) -> list[str]:
    """What is wrong with a value."""
    return [error.message for error in _validator(json.dumps(schema)).iter_errors(value)]


@cache
def _validator(schema: str) -> Draft202012Validator:
    resource = Resource.from_contents(DOCUMENT, default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(HERE, resource)
    return Draft202012Validator(json.loads(schema.replace('"#/', f'"{HERE}#/')), registry=registry)


def request_schema(path: str, method: str = "post") -> dict[str, Any]:
    body = DOCUMENT["paths"][path][method]["requestBody"]
    schema: dict[str, Any] = body["content"]["application/json"]["schema"]
    return schema


def wrong_answer(
    path: str, method: str, status: int, headers: dict[str, str], body: object
) -> list[str]:
    """What is not as described: the status, the kind of body, the body, or a header."""
    responses = DOCUMENT["paths"][path][method]["responses"]
    if str(status) not in responses:
        return [f"{status} is not described"]
    response = resolved(responses[str(status)])
    kind = headers.get("Content-Type", "").partition(";")[0]
    if kind not in response["content"]:
        return [f"{status}: {kind} is not described"]
    wrong = fits(response["content"][kind]["schema"], body)
    for name, header in response.get("headers", {}).items():
        schema = resolved(header)["schema"]
        if name in headers:
            wrong += fits(schema, headers[name])
        elif name != "Idempotent-Replayed":
            wrong.append(f"{name} is missing")
    return wrong


def references(part: object) -> set[str]:
    """Every `$ref` in the document."""
    return set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(part)))
