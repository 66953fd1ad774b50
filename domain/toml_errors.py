# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a file, in Dutch: its text, its keys, or the file itself."""

import difflib
import errno
import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from gehoord.calendar.dutch import counted
from gehoord.domain.nearby import near


def cause(error: OSError) -> str:
    """Say in Dutch why a file cannot be read or written."""
    return _WHY.get(error.errno or 0, "de computer weigert het")


_WHY: Final = {
    errno.EACCES: "u hebt er geen toestemming voor",
    errno.EPERM: "u hebt er geen toestemming voor",
    errno.EROFS: "u hebt er geen toestemming voor",
    errno.EEXIST: "er is al iets met die naam",
    errno.EISDIR: "het is een map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOENT: "de map of het bestand is er niet",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOTDIR: "de map is er niet",
}
_UNFINISHED: Final = "een tekst of lijst is niet afgesloten; zet er een aanhalingsteken of haak bij"


def unreadable(message: str) -> str:
    """Return where and why text is no TOML, from the message of Python's own reader."""
    what, _, where = message.partition(" (at ")
    where = where.rstrip(")").replace("line", "regel").replace("column", "kolom")
    where = where.replace("end of document", "aan het eind van het bestand")
    for sign, dutch in (
        ("Illegal character '\\n'", _UNFINISHED),
        ("Illegal character", "hier staat een teken dat niet mag; haal het weg"),
        ("Unescaped", "voor een \\ in tekst schrijft u er twee"),
        ("Unclosed", _UNFINISHED),
        ("Expected ']", "hier ontbreekt een haak; zet die erbij"),
        (
            "Expected newline",
            "na de waarde staat nog iets; schrijf een dag als 2027-11-04 en "
            "zet tekst tussen aanhalingstekens",
        ),
        ("twice", "een tabel of sleutel staat er twee keer; verwijder er een"),
        ("overwrite", "een sleutel staat er twee keer; verwijder er een"),
        ("Unterminated", _UNFINISHED),
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
    "string_pattern_mismatch": "{input} kan niet bij '{key}'; "
    "gebruik kleine letters, cijfers en streepjes",
    "string_too_short": "'{key}' is leeg; vul het in",
    "string_too_long": "'{key}' is te lang; maak het korter",
    "too_short": "'{key}' is leeg; vul het in",
    "int_type": "'{key}' moet een heel getal zijn",
    "int_parsing": "'{key}' moet een heel getal zijn",
    "int_from_float": "'{key}' moet een heel getal zijn",
    "finite_number": "'{key}' moet een heel getal zijn",
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


_SAYS_IN_FORM: Final = {
    "string_type": "'{key}' moet tekst zijn",
    "bool_type": "'{key}' is aan of uit",
    "bool_parsing": "'{key}' is aan of uit",
    "list_type": "'{key}' moet een lijst zijn",
    "tuple_type": "'{key}' moet een lijst zijn",
}
"""What of a filled form is said otherwise than of a file."""


def sentence(
    error: ValidationError, content: dict[str, Any], known: set[str], *, in_form: bool = False
) -> str:
    """Return what is wrong with content: the first three faults, each with its place.

    Args:
        error: what pydantic found.
        content: what it was found in.
        known: every key that a file can have, for a hint when one is misspelt.
        in_form: whether people filled it in, and not in a file.
    """
    says = {**_SAYS, **(_SAYS_IN_FORM if in_form else {})}
    faults = [(_path(fault, content), fault) for fault in error.errors(include_url=False)]
    told = [_told(path, fault, content, known, says) for path, fault in _real(faults)]
    rest = f"; en nog {counted(len(told) - 3, 'fout', 'fouten')}" if len(told) > 3 else ""
    text = "; ".join(told[:3]) + rest
    return text if text.endswith("?") else f"{text}."


_Path = tuple[int | str, ...]


def _path(fault: Any, content: Any) -> _Path:
    """Return where a fault is, by the keys of the file; names of types are left out."""
    path: list[int | str] = []
    loc = fault["loc"]
    for number, part in enumerate(loc, start=1):
        is_last = number == len(loc)
        if isinstance(content, dict):
            if part == content.get("wat") and not is_last and isinstance(loc[number], str):
                continue  # the sort of report; a key of the same name follows it
            if part not in content and not (is_last and fault["type"] == "missing"):
                continue
            content = content.get(part)
        elif isinstance(content, (list, tuple)) and isinstance(part, int):
            content = content[part]
        else:
            continue
        path.append(part)
    return tuple(path)


def _real(faults: list[tuple[_Path, Any]]) -> list[tuple[_Path, Any]]:
    """Leave out what only says that the value is not of the other kind that it might be."""
    return [
        (path, fault)
        for path, fault in faults
        if not any(
            (len(other) > len(path) and other[: len(path)] == path)
            or (other == path and twin is not fault and fault["type"] == "model_type")
            for other, twin in faults
        )
    ]


def _told(
    path: _Path, fault: Any, content: dict[str, Any], known: set[str], says: Mapping[str, str]
) -> str:
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    place = _place(path[:-1], content)
    match fault["type"]:
        case "extra_forbidden":
            if key in known:
                alike = _meant(key, known)
                hint = f", of bedoelt u '{alike}'?" if alike else ""
                return f"{place}sleutel '{key}' hoort hier niet; verwijder die{hint}"
            close = difflib.get_close_matches(key, known, 1)
            hint = f"bedoelt u '{close[0]}'?" if close else "verwijder die"
            return f"{place}sleutel '{key[:60]}' is onbekend; {hint}"
        case "enum" | "literal_error":
            expected = str(fault["ctx"]["expected"])
            choice = expected.replace(" or ", " of ")
            nearest = near(str(fault["input"]), re.findall(r"'([^']+)'", expected))
            hint = f"bedoelt u '{nearest}'?" if nearest else f"kies uit {choice}"
            return f"{place}{_shown(fault['input'])} kan niet bij '{key}'; {hint}"
        case "value_error":
            return f"{_place(path, content)}{fault['ctx']['error']}".rstrip(".")
        case kind:
            told = says.get(kind, "de waarde van '{key}' past niet; vergelijk met een voorbeeld")
            return place + told.format(
                key=key, input=_shown(fault["input"]), **fault.get("ctx", {})
            )


def _meant(key: str, known: set[str]) -> str:
    """Return the key that was meant by one that is known elsewhere: its plural, or its like."""
    plurals = [many for many in (f"{key}en", f"{key}s") if many in known]
    alike = difflib.get_close_matches(key, known - {key}, 1, _AS_GOOD_AS_THE_SAME)
    return next(iter(plurals or alike), "")


_AS_GOOD_AS_THE_SAME: Final = 0.8
"""How much a key that is known elsewhere must be like another one to be a slip for it."""


def _shown(value: Any) -> str:
    """Return a value as it can stand in a sentence."""
    match value:
        case dict():
            return "een tabel"
        case list() | tuple():
            return "een lijst"
        case _:
            text = str(value)
            return f"'{text[:57]}...'" if len(text) > 60 else f"'{text}'"


def _place(path: _Path, content: Any) -> str:
    """Say where: the table, and for a list the item's own id."""
    parts: list[str] = []
    for step in path:
        content = content[step]
        if isinstance(step, str):
            parts.append(step)
            continue
        name = content.get("id") or content.get("naam") if isinstance(content, dict) else None
        parts[-1:] = [f"{parts[-1]} {step + 1}" + (f" ({_shown(name)})" if name else "")]
    return "in " + ", ".join(parts) + ": " if parts else ""
