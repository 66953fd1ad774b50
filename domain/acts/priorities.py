# SPDX-License-Identifier: EUPL-1.2
"""Another theme gets priority while the plan runs: a decision of the body, not another plan.

S002, 5.3: "burgemeesters en hoofdofficier kunnen tijdens deze beleidsperiode besluiten tot het
prioriteren van een ander thema, ten koste van een van de vier huidige IMV-thema's".
"""

from typing import Final

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.acts.act import Act, PriorityGiven, decide
from gehoord.domain.acts.adopters import adopted_by, adopters, refuse_unless_adopted_by_right
from gehoord.domain.acts.report import PriorityChanged
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.theme import Theme
from gehoord.domain.errors import RefusedError


@decide.register
def priority_changed(report: PriorityChanged, state: State) -> Act:
    """Keep which theme has priority from now on, and tell those who must know.

    The adopted plan stays as it is. Whoever wants another plan hears the councils on it again.
    """
    _refuse_outside_the_plan(report, state)
    refuse_without_ground(report.reason, "waarom dit thema voorrang krijgt")
    refuse_unless_adopted_by_right(report, state.eenheid, state.municipalities)
    chosen = state.themes()
    known = chosen.chosen_themes if chosen else ()
    themes = [theme.name for theme in known]
    goes = tuple(_as_chosen(theme, themes) for theme in report.goes)
    comes = tuple(" ".join(theme.split()) for theme in report.comes)
    if double := {t.casefold() for t in comes} & {t.casefold() for t in themes if t not in goes}:
        raise RefusedError(f"'{double.pop()}' is al een thema van dit plan.")
    now = _themes_now(known, goes, comes)
    besluit = Besluit(
        id=f"{state.id}/prioriteit/{1 + len(state.besluiten.where(kind=BesluitKind.PRIORITY))}",
        dossier=state.id,
        kind=BesluitKind.PRIORITY,
        by=adopted_by(report),
        taken_on=report.on,
        adopters=adopters(report, state.municipalities),
        text="\n".join(theme.name for theme in now),
        themes=now,
    )
    return Act(
        f"Vastgelegd: {enumeration(list(comes))} krijgt voorrang, ten koste van "
        f"{enumeration(list(goes))}. {_THEMES_UNKNOWN * (not themes)}Het beleidsplan zelf "
        "verandert niet. De raden, de burgemeesters, de hoofdofficier en de korpschef krijgen "
        "bericht.",
        Changes.adding(besluit),
        (PriorityGiven(besluit, comes, goes, report.reason),),
    )


def _themes_now(
    known: tuple[Theme, ...], goes: tuple[str, ...], comes: tuple[str, ...]
) -> tuple[Theme, ...]:
    """Return the themes once these gave way to those: what stays keeps what it is made of."""
    return (*(t for t in known if t.name not in goes), *(Theme(name=name) for name in comes))


_THEMES_UNKNOWN: Final = (
    "Let op: Gehoord kent de gekozen thema's van dit plan niet en heeft niet getoetst of het ene "
    "erbij hoort en het andere niet; leg ze vast als 'themas'. "
)


def _refuse_outside_the_plan(report: PriorityChanged, state: State) -> None:
    adoption = state.adoption
    if adoption is None:
        raise RefusedError(
            "Het beleidsplan is nog niet vastgesteld; leg de gekozen thema's vast als 'themas'."
        )
    if not adoption.taken_on <= report.on <= state.as_opened.beleidsplan.end:
        raise RefusedError(
            f"Op {day_in_words(report.on)} gold dit plan niet. Verbeter de dag, of leg het vast in "
            "het dossier van het plan dat toen gold."
        )


def _as_chosen(theme: str, themes: list[str]) -> str:
    """Return a theme as it was chosen; where nothing was chosen in Gehoord, as it is named."""
    words = " ".join(theme.split())
    found = next((known for known in themes if known.casefold() == words.casefold()), None)
    if themes and found is None:
        raise RefusedError(f"'{words}' is geen thema van dit plan. Kies uit: {', '.join(themes)}.")
    return found or words
