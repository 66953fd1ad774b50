# SPDX-License-Identifier: EUPL-1.2
"""Settings, each by one environment variable `GEHOORD_…` with a safe default."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from gehoord.calendar.ical.address import Address
from gehoord.domain.errors import GehoordError

CALENDARS: Final = "agenda"
"""The folder below the home in which the calendars of every dossier stand."""

PROPOSALS: Final = "plannen"
"""The folder beside the home in which advisers keep what they write themselves."""

_DESK: Final = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?/?|http://\[::1\](:\d{1,5})?/?")
"""A server alone: the pages of the desk stand at its root."""


class Settings(BaseSettings):
    """Where things are, and how mail leaves. The README has the same list for people."""

    model_config = SettingsConfigDict(env_prefix="GEHOORD_", extra="ignore", frozen=True)

    home: Path = Path("var")
    database_url: str = ""
    mail_mode: Literal["proef", "live"] = "proef"
    mail_from: str = "adviseur@gehoord.invalid"
    smtp_host: str = "localhost"
    smtp_port: int = Field(25, ge=1, le=65535)
    smtp_security: Literal["geen", "lokaal", "starttls", "tls"] = "geen"
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    port: int = Field(4200, ge=1, le=65535)
    prefect_password: SecretStr = SecretStr("")
    desk_url: str = ""
    desk_port: int = Field(4280, ge=1, le=65535)
    desk_user_header: str = Field("", pattern=r"^[A-Za-z0-9-]{0,100}$")
    desk_sender_header: str = Field("", pattern=r"^[A-Za-z0-9-]*$")

    @field_validator("mail_from")
    @classmethod
    def _one_address(cls, text: str) -> str:
        return Address(text).mail  # it is the organizer of every calendar and invitation

    @field_validator("desk_url")
    @classmethod
    def _a_whole_address(cls, text: str) -> str:
        if text and not _DESK.fullmatch(text):
            raise ValueError("no address of a server")
        return text.rstrip("/")

    @property
    def database(self) -> str:
        """The address of the register; by default a file in the home folder."""
        return self.database_url or f"sqlite:///{self.home.absolute() / 'gehoord.db'}"

    @property
    def desk_address(self) -> str:
        """Under which address people reach the desk; by default on this machine alone."""
        return self.desk_url or f"http://127.0.0.1:{self.desk_port}"

    @property
    def desk_overviews(self) -> str:
        """Where people who logged in find the overviews; empty where no proxy logs anybody in."""
        return f"{self.desk_url}/overzicht" if self.desk_url and self.desk_user_header else ""

    @property
    def proposals(self) -> Path:
        """Where the adviser keeps proposals and a unit of his own: beside the home folder."""
        return self.home.absolute().parent / PROPOSALS

    @property
    def is_live(self) -> bool:
        """Whether mail really leaves."""
        return self.mail_mode == "live"

    @property
    def outbox(self) -> Path:
        """The folder in which mode ``proef`` writes its mails."""
        return self.home / "outbox"

    @property
    def calendars(self) -> Path:
        """The folder with the calendars of every dossier."""
        return self.home / CALENDARS


@lru_cache
def settings() -> Settings:
    """Return the settings of this process.

    Raises:
        GehoordError: a variable has a value that it cannot have.
    """
    try:
        return Settings()
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        name = f"GEHOORD_{str(fault['loc'][0]).upper()}"
        raise GehoordError(
            f"De instelling {name} kan niet '{fault['input']}' zijn. "
            "De README noemt welke waarden kunnen."
        ) from None
