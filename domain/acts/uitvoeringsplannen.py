# SPDX-License-Identifier: EUPL-1.2
"""The uitvoeringsplan of a theme for a year is adopted; with that of the last theme a year is done.

S002, 5.3: the V10 adopts the uitvoeringsplannen, once the other burgemeesters were consulted. That
is what a unit promised itself: no statute asks for it, and a reason always gives a way out.
"""

from typing import Final

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.next_steps import done_with
from gehoord.domain.acts.report import UitvoeringsplanAdopted, UitvoeringsplanDrafted
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.reason import has_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.theme import Theme
from gehoord.domain.dossier.uitvoering import (
    adopted_of,
    body_that_adopts,
    consultations,
    is_whole,
    kept_themes,
    owed_for,
    plan_in_words,
    rounds_closed_by,
    theme_of,
    themes_missing,
)
from gehoord.domain.dossier.withdrawn import free_key
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import meant, step_name, unknown
from gehoord.law.politiewet import ADOPT


@decide.register
def uitvoeringsplan_adopted(report: UitvoeringsplanAdopted, state: State) -> Act:
    """Keep that a uitvoeringsplan was adopted; it changes nothing of the beleidsplan itself."""
    theme = theme_for(report, state)
    body = _body(report, state)
    refuse_adopted_before(state, report.year, theme)
    _refuse_without_consultation(report, state, theme)
    name = "-".join(filter(None, [str(report.year), str(step_name(theme))]))
    besluit = Besluit(
        id=free_key(state.besluiten, f"{state.id}/uitvoeringsplan/{name}"),
        dossier=state.id,
        kind=BesluitKind.UITVOERINGSPLAN,
        by=body,
        taken_on=report.on,
        text=" ".join(filter(None, [report.reason, report.note])),
        themes=(Theme(name=theme),) if theme else (),
        year=report.year,
        **as_filed(report.document),
    )
    rounds = [step.id for step in rounds_closed_by(state, report.year, theme)]
    changes = Changes.keeping(report.document) + Changes.adding(besluit)
    changes += done_with(state, rounds, report.on)
    after = state.after(changes)
    if is_whole(after, report.year):
        owed = owed_for(state, report.year)
        changes += Changes.replacing((action, action.done(report.on)) for action in owed)
    by = names(state).get(body, body)
    said = f"Vastgelegd: het {plan_in_words(report.year, theme)} is vastgesteld door {by}."
    return Act(f"{said} {_left(after, report.year)} {_CHANGES_NO_PLAN}", changes)


_CHANGES_NO_PLAN: Final = (
    "Het beleidsplan zelf verandert hierdoor niet: de verdeling van de sterkte staat daarin "
    f"({ADOPT}), en een ander thema voorrang geven doen de burgemeesters en de hoofdofficier van "
    "justitie samen (melding 'prioriteit')."
)


def _left(after: State, year: int) -> str:
    """Return which themes have no uitvoeringsplan for a year yet, or that this was the last."""
    if missing := themes_missing(after, year):
        return f"Nog zonder uitvoeringsplan voor {year}: {enumeration(missing)}."
    if is_whole(after, year):
        return f"Daarmee zijn de uitvoeringsplannen voor {year} er."
    return (
        "Gehoord kent de thema's van dit plan niet. Zijn alle uitvoeringsplannen voor "
        f"{year} vastgesteld, meld het dan nog eens zonder thema."
    )


def theme_for(report: UitvoeringsplanAdopted | UitvoeringsplanDrafted, state: State) -> str:
    """Return the theme that is meant, as it was chosen; empty where no themes are kept.

    Raises:
        RefusedError: there is no adopted plan, or none on that day or for that year; or the theme
            is none of it.
    """
    adoption, beleidsplan = state.adoption, state.as_opened.beleidsplan
    if adoption is None:
        raise RefusedError(
            "Het beleidsplan is nog niet vastgesteld; een uitvoeringsplan werkt een vastgesteld "
            "plan uit."
        )
    if report.on < adoption.taken_on:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was het beleidsplan nog niet vastgesteld; dat was op "
            f"{day_in_words(adoption.taken_on)}. Verbeter de dag.",
            field="op",
        )
    if not beleidsplan.start.year <= report.year <= beleidsplan.end.year:
        raise RefusedError(
            f"Dit plan geldt van {day_in_words(beleidsplan.start)} tot en met "
            f"{day_in_words(beleidsplan.end)}; een uitvoeringsplan voor {report.year} hoort er "
            "niet bij.",
            field="jaar",
        )
    return _theme(report, kept_themes(state))


def _theme(report: UitvoeringsplanAdopted | UitvoeringsplanDrafted, known: tuple[str, ...]) -> str:
    if not known:
        return report.theme or ""
    if report.theme is None:
        raise RefusedError(
            f"Elk thema heeft een eigen uitvoeringsplan. Noem het thema: {', '.join(known)}.",
            field="thema",
        )
    if found := meant(report.theme, known):
        return found
    what = f"'{report.theme}' is geen thema van dit plan"
    raise RefusedError(unknown(what, report.theme, known), field="thema")


def refuse_adopted_before(state: State, year: int, theme: str) -> None:
    """Refuse what is about a uitvoeringsplan that was adopted already, of the theme or of all."""
    earlier = adopted_of(state, year, theme)
    if earlier is None or (theme_of(earlier) and not theme):
        return
    raise RefusedError(
        f"Het {plan_in_words(year, theme_of(earlier))} is al vastgesteld op "
        f"{day_in_words(earlier.taken_on)}. Klopt dat niet, neem het dan terug (melding 'herstel')."
    )


def _body(report: UitvoeringsplanAdopted, state: State) -> str:
    """Return the key of who adopted it; a delegation may, for it is no beleidsplan."""
    eenheid = state.eenheid
    known = [party.id for party in eenheid.parties]
    if report.body is None:
        if owner := body_that_adopts(state):
            return owner
        raise RefusedError(
            f"Noem het overleg dat het uitvoeringsplan vaststelde: {', '.join(known)}.",
            field="gremium",
        )
    if eenheid.party(report.body) is None:
        what = f"'{report.body}' is geen overleg van {eenheid.name}"
        raise RefusedError(unknown(what, report.body, known), field="gremium")
    return report.body


def _refuse_without_consultation(report: UitvoeringsplanAdopted, state: State, theme: str) -> None:
    """Refuse to adopt before the other burgemeesters could respond, unless somebody says why.

    A reason of a few words does: no statute asks for their response.
    """
    asked = [c for c in consultations(state, report.year, theme) if c.sent_on <= report.on]
    last = max((c.respond_by or c.sent_on for c in asked), default=None)
    if (last is not None and last < report.on) or has_ground(report.reason):
        return
    lacking = "zijn over dit uitvoeringsplan nog niet geconsulteerd"
    if last is not None:
        lacking = f"kunnen nog reageren tot en met {day_in_words(last)}"
    raise RefusedError(
        f"De burgemeesters die niet in het overleg zitten, {lacking}. Stuur hun eerst het concept "
        "(melding 'uitvoeringsplan-concept'), of schrijf in een zin op waarom het toch is "
        "vastgesteld (reden).",
        field="reden",
    )
