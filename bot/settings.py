"""One frozen Settings, read once from the environment and `.env`."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError


class BadSetting(Exception):
    """A setting is missing or wrong; the message names it and says what to do."""


class Settings(BaseSettings):
    """Every setting; `.env.example` explains each. Names are upper case in the environment."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    telegram_token: SecretStr = SecretStr("")
    telegram_api_base_url: str = "https://api.telegram.org"
    database_url: str = "sqlite:///data/suara-warga.db"
    pseudonym_key: SecretStr = SecretStr("")
    files_dir: str = ""
    files_s3_endpoint: str = ""
    files_s3_bucket: str = ""
    files_s3_region: str = "us-east-1"
    files_s3_key: str = ""
    files_s3_secret: SecretStr = SecretStr("")
    webhook_url: str = ""
    public_url: str = ""
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=1, le=65535)
    send_rate: float = Field(default=28, gt=0, le=30_000)
    chat_pause: float = Field(default=1.1, ge=0, le=60)
    flood_slow_after: int = Field(default=20, ge=1)
    flood_stop_after: int = Field(default=40, ge=1)
    flood_staff_factor: int = Field(default=3, ge=1, le=100)
    poll_timeout: int = Field(default=50, ge=0, le=50)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"

    @field_validator("webhook_url", "public_url")
    @classmethod
    def _address_is_https(cls, url: str) -> str:
        if url and not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise ValueError("must start with https://")
        return url.rstrip("/")

    @field_validator("telegram_api_base_url")
    @classmethod
    def _base_is_http(cls, url: str) -> str:
        if not url.startswith(("https://", "http://")):
            raise ValueError("must start with https:// or http://")
        return url.rstrip("/")

    @field_validator("files_s3_endpoint")
    @classmethod
    def _endpoint_is_http(cls, url: str) -> str:
        if url and not url.startswith(("https://", "http://")):
            raise ValueError("must start with https:// or http://")
        return url.rstrip("/")

    @model_validator(mode="after")
    def _s3_is_whole(self) -> Settings:
        if self.files_s3_endpoint and not (
            self.files_s3_bucket and self.files_s3_key and self.files_s3_secret.get_secret_value()
        ):
            raise ValueError("needs FILES_S3_BUCKET, _KEY and _SECRET beside it")
        return self

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, url: str) -> str:
        try:
            backend = make_url(url).get_backend_name()
        except ArgumentError:
            raise ValueError("is not a database address") from None
        if backend not in ("sqlite", "postgresql"):
            raise ValueError("must start with sqlite:/// or postgresql+psycopg://")
        return url.replace("postgresql://", "postgresql+psycopg://", 1)

    @property
    def webhook_secret(self) -> str:
        """Telegram sends it with each update; every replica derives the same from the token."""
        token = self.telegram_token.get_secret_value()
        return hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()

    @property
    def public_address(self) -> str:
        """Of the web side as citizens see it: PUBLIC_URL, else WEBHOOK_URL; empty: not known."""
        return self.public_url or self.webhook_url

    @property
    def sqlite_file(self) -> Path | None:
        url = make_url(self.database_url)
        if url.get_backend_name() != "sqlite" or not url.database:
            return None
        return Path(url.database)

    @property
    def files_folder(self) -> Path:
        """Where files are kept on disk: FILES_DIR, else beside SQLite's file or in data/files."""
        if self.files_dir:
            return Path(self.files_dir)
        file = self.sqlite_file
        return (file.parent if file else Path("data")) / "files"


_REMEDIES = {
    "TELEGRAM_TOKEN": "ask @BotFather for one and put it into .env as TELEGRAM_TOKEN=…",
    "PSEUDONYM_KEY": "put a random text of at least 32 characters into .env, made with: "
    'python3 -c "import secrets; print(secrets.token_hex(32))"',
}


def load(**overrides: Any) -> Settings:
    """Read the settings; raises BadSetting with one line."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "FILES_S3_ENDPOINT"
        reason = first["msg"].removeprefix("Value error, ")
        raise BadSetting(f"{name}: {reason}. Correct it in .env (see .env.example).") from None


def for_running(**overrides: Any) -> Settings:
    """The settings `run` needs: with a token and a key for pseudonyms."""
    settings = load(**overrides)
    token = settings.telegram_token.get_secret_value()
    if not token:
        raise BadSetting(f"TELEGRAM_TOKEN is missing: {_REMEDIES['TELEGRAM_TOKEN']}")
    if ":" not in token:
        raise BadSetting(f"TELEGRAM_TOKEN has the wrong form: {_REMEDIES['TELEGRAM_TOKEN']}")
    if len(settings.pseudonym_key.get_secret_value()) < 32:
        raise BadSetting(f"PSEUDONYM_KEY is missing or short: {_REMEDIES['PSEUDONYM_KEY']}")
    return settings
