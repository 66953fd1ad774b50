# SPDX-License-Identifier: EUPL-1.2
"""The base of everything read from TOML or a form: frozen, Dutch keys, nothing unknown."""

import codecs
import re
import tomllib
from datetime import date
from typing import Annotated, Any, Final, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
)

from gehoord.calendar.written import FIRST_YEAR, LAST_YEAR
from gehoord.domain.errors import ProposalError
from gehoord.domain.odd_characters import hidden_in, why_not_utf_8, why_unreadable
from gehoord.domain.toml_errors import sentence, unreadable

THE_FORM: Final = "Het formulier"
"""What a refusal calls the place where something is wrong, of what people fill in."""

LARGEST_FILE: Final = 1_000_000
"""Bytes. The largest real proposal takes 60,000."""


class Frozen(BaseModel):
    """A frozen value; in TOML its keys are the Dutch aliases and no other."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,  # a command judges few kinds of value: each is made ready when it comes
    )


def _no_number(value: Any) -> Any:
    if isinstance(value, (int, float)):
        raise ValueError("schrijf een dag als 2027-11-04, niet als getal")
    return value


def _of_known_year(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"gebruik een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}")
    return day


Day = Annotated[date, BeforeValidator(_no_number), AfterValidator(_of_known_year)]
"""A day in a file or a form, in the years that Gehoord knows; in a file a native date of TOML."""

M = TypeVar("M", bound=Frozen)


def read_toml(model: type[M], text: bytes, source: str, *, context: Any = None) -> M:
    """Read a TOML file as a model; ``context`` is what its validators may know besides.

    Raises:
        ProposalError: names the file, the place in it, what is wrong and what to do.
    """
    if len(text) > LARGEST_FILE:
        raise ProposalError(
            f"{source} is groter dan 1 MB en kan geen procesvoorstel zijn. Kies het goede bestand."
        )
    written = _decoded(text, source)
    try:
        content = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        if odd := why_unreadable(written, str(error)):
            raise ProposalError(f"{source}, {odd}.") from None
        raise ProposalError(f"{source} is geen geldige TOML: {unreadable(str(error))}") from None
    except ValueError:  # Python reads no number of more than 4300 digits
        raise ProposalError(f"{source}: {_TOO_LARGE}.") from None
    except RecursionError:
        raise ProposalError(
            f"{source} is te diep genest. Maak de lijsten en tabellen eenvoudiger."
        ) from None
    if _has_huge_number(content):
        raise ProposalError(f"{source}: {_TOO_LARGE}.")
    if hidden := hidden_in(written, content):
        raise ProposalError(f"{source}, {hidden}.")
    if not content:
        raise ProposalError(
            f"{source} is leeg. Maak een nieuw voorstel met 'gehoord new' en vul dat in."
        )
    return check(model, content, source, context=context)


def _decoded(text: bytes, source: str) -> str:
    """Return the text of a file, with or without a mark of UTF-8 at its beginning."""
    text = text.removeprefix(codecs.BOM_UTF8)
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in text:
            raise ProposalError(
                f"{source} is geen tekst in UTF-8. Bewaar het bestand als UTF-8."
            ) from None
        raise ProposalError(
            f"{source}, {why_not_utf_8(text, error.start)}. Bewaar het bestand als UTF-8."
        ) from None


def check(model: type[M], content: dict[str, Any], source: str, *, context: Any = None) -> M:
    """Validate content against a model; raise ProposalError with one sentence per fault.

    Only what comes from a file or a form passes here, not what the register gives back.
    """
    if (key := _with_control_character(content)) is not None:
        raise ProposalError(
            f"{source}: in '{_CONTROL.sub('', key)[:60]}' staat een teken dat niet te zien is en "
            "niet kan worden bewaard. Typ die tekst opnieuw."
        )
    try:
        return model.model_validate(content, by_alias=True, by_name=False, context=context)
    except ValidationError as error:
        said = sentence(error, content, _known_keys(), in_form=source == THE_FORM)
        raise ProposalError(f"{source}: {said}") from None


_TOO_LARGE: Final = "er staat een getal in dat te groot is; maak het kleiner"


def _has_huge_number(content: Any) -> bool:
    """Whether a number has more than the 64 bits that TOML asks for; Python may not print those."""
    rest = [content]
    while rest:
        match rest.pop():
            case dict() as table:
                rest += table.values()
            case list() as items:
                rest += items
            case int() as number if number.bit_length() > 64:
                return True
    return False


def _with_control_character(content: Any) -> str | None:
    """Return the key whose text holds what no person types: only line breaks and tabs may."""
    rest: list[tuple[str, Any]] = [("", content)]
    while rest:
        match rest.pop():
            case (_, dict() as table):
                rest += [(str(key), value) for key, value in table.items()]
                rest += [(str(key), str(key)) for key in table]
            case (key, list() | tuple() as items):
                rest += [(key, item) for item in items]
            case (key, str() as text) if _CONTROL.search(text):
                return key
    return None


_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]|\r(?!\n)")


def _known_keys() -> set[str]:
    """Return every key that a file can have, for a hint when one is misspelt."""
    models = list(Frozen.__subclasses__())
    for model in models:
        models += model.__subclasses__()
    fields = [model.model_fields for model in models]
    return {
        field.alias or name
        for of_model in fields
        if any(field.alias for field in of_model.values())
        for name, field in of_model.items()
    }
