# SPDX-License-Identifier: EUPL-1.2
"""The page with a row for each of those who adopt, on which is told who agrees with the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.assent import AssentAnswer, Presence
from gehoord.domain.dossier.assents import AssentOf, assents_of
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.templates.wording import capital

FIELDS: Final = ("aanwezig", "antwoord", "voorwaarde", "wegnemen", "tot")
"""What is told of each, in the order in which a line of the report has it."""


@dataclass(frozen=True, slots=True)
class AssentFields:
    """One of those who adopt, with what was filled in of him.

    Attributes:
        owner: with which the names of his fields begin; ``who`` is how the row calls him.
        now: what is recorded of him; empty while that is nothing.
        said: what was filled in, by the name of the field without its beginning.
    """

    owner: str
    who: str
    now: str
    said: Mapping[str, str]

    @property
    def has_condition(self) -> bool:
        """Whether something of a condition is filled in."""
        return any(self.said[name] for name in FIELDS[2:])


@dataclass(frozen=True, slots=True)
class AssentsPage:
    """What the adviser reads.

    Attributes:
        version: of the plan about which it goes; empty while nobody can agree with one.
        rows: one for each of those who adopt.
        day: on which they said so, as it was filled in; ``others`` whether all others agreed.
        filled: every field that was filled in, to be sent again by who agrees.
        wrong: why it was refused; ``told`` is what was recorded.
        seen: what it would come to, if he looks at that; ``mark`` is by what that is known.
        is_other: whether it came to something else when he agreed.
    """

    plan: str
    version: str
    rows: tuple[AssentFields, ...]
    day: str
    others: bool
    filled: Mapping[str, str]
    key: str
    wrong: str
    told: str
    seen: str
    mark: str
    is_other: bool
    presences: tuple[Presence, ...] = tuple(Presence)
    answers: tuple[AssentAnswer, ...] = tuple(AssentAnswer)

    @classmethod
    def of(
        cls,
        state: State,
        key: str,
        said: Mapping[str, str],
        *,
        wrong: str = "",
        told: str = "",
        seen: str = "",
        mark: str = "",
        is_other: bool = False,
    ) -> "AssentsPage":
        """Return the page for a dossier, with what was filled in; ``op`` is among that."""
        can = state.final is not None and state.adoption is None
        return cls(
            plan=one_line(state.dossier.title),
            version=one_line(state.final.title) if state.final and can else "",
            rows=tuple(_row(one, said) for one in assents_of(state).each),
            day=said.get("op", ""),
            others=bool(said.get("overigen")),
            filled=said,
            key=key,
            wrong=wrong,
            told=told,
            seen=seen,
            mark=mark,
            is_other=is_other,
        )


def lines_of(state: State, said: Mapping[str, str]) -> tuple[str, ...]:
    """Return what was filled in as the lines of the report, without the rows that are empty.

    Raises:
        RefusedError: a line would fall apart otherwise than it was filled in. What somebody made a
            condition is kept in his words, so that no other sign takes the place of his.
    """
    filled = [(one, _said_of(one, said)) for one in assents_of(state).each]
    for one, of in filled:
        if any(";" in text for text in of.values()):
            raise RefusedError(
                f"{one.name}: een puntkomma (;) kan hier niet. Schrijf een komma of een punt."
            )
    return tuple(
        "; ".join([one.name, *of.values()]).rstrip("; ") for one, of in filled if any(of.values())
    )


def field_of(owner: str, name: str) -> str:
    """Return the name of a field of one of those who adopt."""
    return f"{owner}.{name}"


def _row(one: AssentOf, said: Mapping[str, str]) -> AssentFields:
    who = one.name if one.is_hoofdofficier else f"burgemeester van {one.name}"
    now = one.assent.in_words if one.assent else ""
    return AssentFields(one.owner, capital(one_line(who)), now, _said_of(one, said))


def _said_of(one: AssentOf, said: Mapping[str, str]) -> dict[str, str]:
    return {name: said.get(field_of(one.owner, name), "") for name in FIELDS}
