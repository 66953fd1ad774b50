# SPDX-License-Identifier: EUPL-1.2
"""Reads what is said of each theme: `NAME: one; another`, in a report of which it has the names."""

from collections.abc import Iterable
from typing import Final

from gehoord.domain.acts.reports_of_themes import ThemesChosen
from gehoord.domain.dossier.reason import FEWEST_WORDS
from gehoord.domain.dossier.theme import Theme, ThemeGround
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, near, unknown

_MOST: Final = 30
"""Things that can be said of one theme at once; more is a text, and no list."""


def themes_of(report: ThemesChosen) -> tuple[Theme, ...]:
    """Return the themes of a report, with what it says of each; then those still explored.

    Raises:
        RefusedError: a theme is named twice, or a line names no theme or nothing of it.
    """
    names = [" ".join(name.split()) for name in report.themes]
    _refuse_double(names, "themas")
    subthemes = _by_theme(report.subthemes, names, "deelthemas")
    grounds = _by_theme(report.grounds, names, "gronden")
    rests_on = _by_theme(report.rests_on, names, "rust_op")
    chosen = [
        _with_grounds(
            Theme(
                name=name,
                subthemes=subthemes.get(name, ()),
                rests_on=rests_on.get(name, ()),
            ),
            grounds.get(name, ()),
        )
        for name in names
    ]
    explored = [_explored(line) for line in report.explored]
    _refuse_double([*names, *(theme.name for theme in explored)], "verkend")
    return (*chosen, *explored)


def _by_theme(lines: Iterable[str], names: list[str], field: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        name, things = _theme_and_things(line, names, field)
        _refuse_double([*found.get(name, ()), *things], field)
        found[name] = (*found.get(name, ()), *things)
    return found


def _theme_and_things(line: str, names: list[str], field: str) -> tuple[str, tuple[str, ...]]:
    """Return which theme a line is about and what it says; a theme may have a colon in its name."""
    heads = [line[:at].strip() for at, sign in enumerate(line) if sign == ":"]
    for head in reversed(heads):
        name = next((name for name in names if folded(name) == folded(head)), None)
        if name is not None:
            things = _things(line[line.index(head) + len(head) :].lstrip(" :"), field)
            return name, things
    said = heads[0] if heads else line.strip()
    if not heads:
        raise RefusedError(
            f"In '{said[:80]}' staat geen dubbele punt. Schrijf per thema een regel, zoals "
            f"'{names[0]}: het eerste; het tweede'.",
            field=field,
        )
    raise RefusedError(
        unknown(f"'{said[:80]}' (bij {field}) is geen gekozen thema", said, names), field=field
    )


def _things(said: str, field: str) -> tuple[str, ...]:
    things = tuple(" ".join(thing.split()) for thing in said.split(";") if thing.strip())
    if not things or len(things) > _MOST:
        much = f"meer dan {_MOST} dingen" if things else "niets"
        raise RefusedError(f"Bij '{field}' staat {much} achter een thema. Verbeter die regel.")
    return things


def _with_grounds(theme: Theme, said: tuple[str, ...]) -> Theme:
    """Return a theme with its grounds: words of the closed list, and a sentence of one's own."""
    listed: list[ThemeGround] = []
    own: list[str] = []
    for one in said:
        try:
            listed.append(ThemeGround(one))
        except ValueError:
            own.append(_own_ground(one))
    return theme.model_copy(update={"grounds": tuple(listed), "own_ground": " ".join(own)})


def _own_ground(said: str) -> str:
    """Return a ground in words of one's own; a word that is only like a known one was mistyped."""
    if len(said.split()) <= FEWEST_WORDS or near(said, list(ThemeGround)):
        what = f"'{said[:80]}' is geen bekende grond"
        raise RefusedError(
            f"{unknown(what, said, list(ThemeGround))} Of schrijf een eigen reden, in een zin van "
            f"meer dan {FEWEST_WORDS} woorden.",
            field="gronden",
        )
    return said if said.endswith((".", "!", "?")) else f"{said}."


def _explored(line: str) -> Theme:
    name, colon, step = (" ".join(part.split()) for part in line.rpartition(":"))
    if not colon or not name or not step:
        raise RefusedError(
            f"'{line.strip()[:80]}' zegt niet tot welke stap het thema wordt verkend. Schrijf het "
            "als 'Zorg en Veiligheid: rbop-juni'.",
            field="verkend",
        )
    return Theme(name=name, explored_until=step)


def _refuse_double(said: Iterable[str], field: str) -> None:
    seen: set[str] = set()
    for one in said:
        if folded(one) in seen:
            raise RefusedError(f"'{one[:80]}' staat er twee keer. Noem het een keer.", field=field)
        seen.add(folded(one))
