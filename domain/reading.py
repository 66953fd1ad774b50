"""The base of everything read from TOML or a form: frozen, Dutch keys, nothing unknown."""

import difflib
import tomllib
from collections.abc import Iterable
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from gehoord.domain.errors import ProposalError

LARGEST_FILE: Final = 1_000_000
"""Bytes. The largest real proposal takes 60,000."""


class Frozen(BaseModel):
    """A frozen value; in TOML its keys are the Dutch aliases and no other."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )


M = TypeVar("M", bound=Frozen)
F = TypeVar("F")


def read_toml(model: type[M], text: bytes, source: str) -> M:
    """Read a TOML file as a model.

    Raises:
        ProposalError: names the file, the place in it, what is wrong and what to do.
    """
    if len(text) > LARGEST_FILE:
        raise ProposalError(
            f"{source} is groter dan 1 MB en kan geen procesvoorstel zijn. Kies het goede bestand."
        )
    try:
        content = tomllib.loads(text.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ProposalError(
            f"{source} is geen tekst in UTF-8 (byte {error.start}). Bewaar het bestand als UTF-8."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise ProposalError(f"{source} is geen geldige TOML: {_in_dutch(str(error))}") from None
    except RecursionError:
        raise ProposalError(
            f"{source} is te diep genest. Maak de lijsten en tabellen eenvoudiger."
        ) from None
    if not content:
        raise ProposalError(
            f"{source} is leeg. Maak een nieuw voorstel met 'gehoord new' en vul dat in."
        )
    return check(model, content, source)


def check(model: type[M], content: dict[str, Any], source: str) -> M:
    """Validate content against a model; raise ProposalError with one sentence per fault."""
    return check_form(TypeAdapter(model), content, source)


def check_form(form: TypeAdapter[F], content: dict[str, Any], source: str) -> F:
    """Validate content against any type; raise ProposalError with one sentence per fault."""
    try:
        return form.validate_python(content, by_alias=True, by_name=False)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        first = "; ".join(_sentence(fault, content) for fault in faults[:3])
        rest = f"; en nog {len(faults) - 3} fouten" if len(faults) > 3 else ""
        raise ProposalError(f"{source}: {first}{rest}.") from None


def _in_dutch(message: str) -> str:
    what, _, where = message.partition(" (at ")
    where = where.rstrip(")").replace("line", "regel").replace("column", "kolom")
    where = where.replace("end of document", "aan het eind van het bestand")
    for sign, dutch in (
        ("twice", "een tabel of sleutel staat er twee keer; verwijder er een"),
        ("overwrite", "een sleutel staat er twee keer; verwijder er een"),
        (
            "Unterminated",
            "een tekst of lijst is niet afgesloten; zet er een aanhalingsteken of haak bij",
        ),
        ("Invalid date", "een datum bestaat niet; schrijf jaar-maand-dag"),
        ("Invalid value", "een waarde is niet goed; zet tekst tussen aanhalingstekens"),
        ("Expected '='", "na een sleutel hoort '='"),
    ):
        if sign in what:
            return f"{where or 'ergens'}: {dutch}."
    return (
        f"{where or 'ergens'}: deze regel is niet goed geschreven; vergelijk hem met een voorbeeld."
    )


_SAYS: Final = {
    "missing": "sleutel '{key}' ontbreekt; vul die in",
    "string_type": "'{key}' moet tekst zijn; zet het tussen aanhalingstekens",
    "string_pattern_mismatch": "'{input}' kan niet bij '{key}'; "
    "gebruik kleine letters, cijfers en streepjes",
    "string_too_short": "'{key}' is leeg; vul het in",
    "string_too_long": "'{key}' is te lang; maak het korter",
    "too_short": "'{key}' is leeg; vul het in",
    "int_type": "'{key}' moet een heel getal zijn",
    "int_parsing": "'{key}' moet een heel getal zijn",
    "greater_than_equal": "'{key}' is te klein; het minste is {ge}",
    "less_than_equal": "'{key}' is te groot; het meeste is {le}",
    "bool_type": "'{key}' moet true of false zijn",
    "bool_parsing": "'{key}' moet true of false zijn",
    "list_type": '\'{key}\' moet een lijst zijn, zoals ["a", "b"]',
    "tuple_type": '\'{key}\' moet een lijst zijn, zoals ["a", "b"]',
    "model_type": "'{key}' moet een tabel zijn",
    "model_attributes_type": "'{key}' moet een tabel zijn",
    "dict_type": "'{key}' moet een tabel zijn",
    "date_type": "'{key}' moet een dag zijn, zoals 2027-11-04",
    "date_parsing": "'{key}' moet een dag zijn, zoals 2027-11-04",
    "date_from_datetime_parsing": "'{key}' moet een dag zijn, zoals 2027-11-04",
    "date_from_datetime_inexact": "'{key}' moet een dag zijn, zonder uur",
}


def _sentence(fault: Any, content: dict[str, Any]) -> str:
    place = _place(fault["loc"], content)
    key = next((str(part) for part in reversed(fault["loc"]) if isinstance(part, str)), "")
    match fault["type"]:
        case "extra_forbidden":
            known = difflib.get_close_matches(key, _known_keys(), 1)
            hint = f"bedoelt u '{known[0]}'?" if known else "verwijder die"
            return f"{place}sleutel '{key}' is onbekend; {hint}"
        case "enum" | "literal_error":
            choice = str(fault["ctx"]["expected"]).replace(" or ", " of ")
            return f"{place}'{fault['input']}' kan niet bij '{key}'; kies uit {choice}"
        case "value_error":
            return f"{place}{fault['ctx']['error']}".rstrip(".")
        case kind:
            says = _SAYS.get(kind, "de waarde van '{key}' past niet; vergelijk met een voorbeeld")
            return place + says.format(key=key, input=fault["input"], **fault.get("ctx", {}))


def _place(loc: Iterable[int | str], content: Any) -> str:
    """Say where: the table, and for a list the item's own id."""
    parts: list[str] = []
    for step in list(loc)[:-1]:
        if isinstance(step, int) and isinstance(content, list) and step < len(content):
            content = content[step]
            name = content.get("id") or content.get("naam") if isinstance(content, dict) else None
            parts[-1:] = [
                f"{parts[-1] if parts else ''} {step + 1}" + (f" ('{name}')" if name else "")
            ]
        elif isinstance(step, str) and isinstance(content, dict) and step in content:
            content = content[step]
            parts.append(step)
    return "in " + ", ".join(parts) + ": " if parts else ""


def _known_keys() -> set[str]:
    """Return every key that any model has, for a hint when one is misspelt."""
    models = list(Frozen.__subclasses__())
    for model in models:
        models += model.__subclasses__()
    return {field.alias or name for model in models for name, field in model.model_fields.items()}
