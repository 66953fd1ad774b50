# SPDX-License-Identifier: EUPL-1.2
"""Reads what those who adopt said of the plan, as people write it: one of them a line."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from gehoord.calendar.fixed import Fixed, UnreadableDateError
from gehoord.calendar.written import read
from gehoord.domain.dossier.assent import AssentAnswer, Presence
from gehoord.domain.nearby import folded, meant

MOST: Final = 500
"""Those who adopt, in one report."""

LONGEST_CONDITION: Final = 4000
_LONGEST_NAME: Final = 100
_FIELDS: Final = 6
_EXAMPLE: Final = "schrijf gemeente; aanwezigheid; instemming, zoals 'Haarlem; aanwezig; stemt in'"


class AssentLine(NamedTuple):
    """What one of them said; ``who`` is a municipality or the hoofdofficier, as people wrote it.

    ``condition``, ``lifted_by`` and ``until`` are of who agrees on a condition.
    """

    who: str
    presence: Presence
    answer: AssentAnswer | None
    condition: str = ""
    lifted_by: str = ""
    until: date | None = None


class WrongAssentError(ValueError):
    """A line does not say what somebody said: whom it names, if anybody, and what is wrong."""

    def __init__(self, number: int, who: str, why: str) -> None:
        super().__init__(f"regel {number}{f', {who}' if who else ''}: {why}")
        self.who, self.why = who, why


def assents_in(lines: Sequence[str]) -> tuple[AssentLine, ...]:
    """Return what each said, a line each.

    Raises:
        WrongAssentError: a line says it not, or somebody is named twice; it says which, in Dutch.

    >>> assents_in(["Haarlem; aanwezig; stemt in", "Texel; afwezig"])[1].presence
    <Presence.ABSENT: 'afwezig'>
    """
    found = []
    names: set[str] = set()
    for number, line in enumerate(lines, 1):
        each = _read(line, number)
        if folded(each.who) in names:
            raise WrongAssentError(number, each.who, "staat er twee keer; laat een regel weg")
        names.add(folded(each.who))
        found.append(each)
    return tuple(found)


def _read(line: str, number: int) -> AssentLine:
    parts = [" ".join(part.split()) for part in line.split(";")]
    who, *said = parts
    if not folded(who) or len(who) > _LONGEST_NAME or len(parts) > _FIELDS:
        raise WrongAssentError(number, "", f"'{line.strip()[:40]}' is niet te lezen; {_EXAMPLE}")
    presence, answer, condition, lifted_by, until = (*said, *[""] * (_FIELDS - len(parts)))
    try:
        took_part = _presence(presence)
        said_of = AssentLine(
            who, took_part, _answer(took_part, answer), condition, lifted_by, day_named(until)
        )
        _refuse_half_a_condition(said_of)
    except ValueError as error:
        raise WrongAssentError(number, who, str(error)) from None
    return said_of


def _presence(said: str) -> Presence:
    if not said:
        raise ValueError(f"er staat geen aanwezigheid; kies uit {', '.join(Presence)}")
    found = meant(said, list(Presence))
    if found is None:
        raise ValueError(f"'{said[:40]}' is geen aanwezigheid; kies uit {', '.join(Presence)}")
    return Presence(found)


def _answer(presence: Presence, said: str) -> AssentAnswer | None:
    if not said and presence is Presence.ABSENT:
        return None
    if presence is Presence.ABSENT:
        raise ValueError(
            "wie afwezig was, stemt daar niet in; stemde hij later per brief in, schrijf dan "
            "'schriftelijk'"
        )
    if not said:
        raise ValueError(f"er staat geen antwoord; kies uit {', '.join(AssentAnswer)}")
    found = meant(said, list(AssentAnswer))
    if found is None:
        raise ValueError(f"'{said[:40]}' is geen antwoord; kies uit {', '.join(AssentAnswer)}")
    return AssentAnswer(found)


def day_named(said: str) -> date | None:
    """Return the one day that is written; nothing where none is.

    Raises:
        ValueError: it is no day that can be read in one way only.
    """
    if not said:
        return None
    try:
        found = read(said)
    except UnreadableDateError:
        found = None
    if not isinstance(found, Fixed) or found.span.days != 1 or found.precision != "dag":
        raise ValueError(f"'{said[:40]}' is geen dag; schrijf de dag als 1-10-2027")
    return found.span.start


def _refuse_half_a_condition(line: AssentLine) -> None:
    """Refuse a condition without who can take it away, or with another answer."""
    is_on_condition = line.answer is AssentAnswer.ON_CONDITION
    if is_on_condition and not (folded(line.condition) and folded(line.lifted_by)):
        raise ValueError(
            "schrijf achter 'stemt in onder voorwaarde' de voorwaarde en wie haar kan wegnemen, "
            "zoals '…; stemt in onder voorwaarde; de wijkagent blijft; korpschef; 1-10-2027'"
        )
    if not is_on_condition and (line.condition or line.lifted_by or line.until):
        raise ValueError("een voorwaarde hoort bij 'stemt in onder voorwaarde'; kies een van beide")
    if len(line.condition) > LONGEST_CONDITION or len(line.lifted_by) > _LONGEST_NAME:
        raise ValueError("de voorwaarde, of wie haar kan wegnemen, is te lang; maak haar korter")
