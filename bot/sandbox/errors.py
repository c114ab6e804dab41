"""How the Bot API says no: a code, Telegram's own words, and sometimes parameters."""

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal by the Bot API; `description` is worded as Telegram words it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The JSON object Telegram answers with."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


def bad_request(reason: str) -> ApiError:
    """400, the error of a call that can never succeed as it stands."""
    return ApiError(400, f"Bad Request: {reason}")


def too_many_requests(seconds: int) -> ApiError:
    """429, with the number of whole seconds (at least 1) to wait."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
