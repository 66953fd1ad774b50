# SPDX-License-Identifier: EUPL-1.2
"""A uitvoeringsplan goes out in concept to the burgemeesters who have no seat where it is adopted.

It is a version that goes to be read, in a round of its own: so they get it by mail, are reminded
once, and what they say is kept as any response is.
"""

from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.draft_readers import refuse_without_address
from gehoord.domain.acts.next_steps import coming, done_with
from gehoord.domain.acts.report import UitvoeringsplanDrafted
from gehoord.domain.acts.uitvoeringsplannen import refuse_adopted_before, theme_for
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.circulation import Circulation, SentTo
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.readers import readers_named
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import body_that_adopts, plan_in_words, round_id, rounds_on
from gehoord.domain.dossier.version import DraftVersion, next_number
from gehoord.domain.eenheid.eenheid import ADVISER, BURGEMEESTERS
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind

_TO_RESPOND: Final = timedelta(weeks=3)
"""A proposal: no statute sets a term, nor does S002."""


@decide.register
def uitvoeringsplan_drafted(report: UitvoeringsplanDrafted, state: State) -> Act:
    """Send a uitvoeringsplan in concept, or keep that it was sent by other means."""
    theme = theme_for(report, state)
    refuse_adopted_before(state, report.year, theme)
    _refuse_without_file(report)
    until = _last_day(report)
    readers = _readers(report, state)
    step = round_id(state, report.year, theme)
    version = _version(report, state, step, theme)
    circulation = Circulation(
        id=f"{state.id}/lezing/{len(state.circulations) + 1}",
        dossier=state.id,
        number=len(state.circulations) + 1,
        step=step,
        version=version.id,
        document=version.document,
        sent_on=report.on,
        respond_by=until,
        is_by_mail=not report.was_sent,
        sent_to=tuple(readers),
    )
    before = [each.id for each in rounds_on(state, report.year, theme)]
    changes = Changes.keeping(report.document) + Changes.adding(version, circulation)
    changes += done_with(state, before, report.on)
    changes += coming(state, [_round(report, step, theme, until)], report.on)
    return Act(_said(report, theme, circulation), changes)


def _version(report: UitvoeringsplanDrafted, state: State, step: str, theme: str) -> DraftVersion:
    number = next_number(state.versions)
    return DraftVersion(
        id=f"{state.id}/versie/{number}",
        dossier=state.id,
        step=step,
        number=number,
        title=": ".join(filter(None, [f"uitvoeringsplan {report.year}", theme])),
        completeness=None,
        is_ontwerp=False,
        contains=(),
        made_on=report.on,
        **as_filed(report.document),
    )


def _round(report: UitvoeringsplanDrafted, step: str, theme: str, until: date) -> Written:
    return {
        "id": step,
        "titel": f"reacties op het {plan_in_words(report.year, theme)} ophalen",
        "fase": Stage.ACCOUNT.value,
        "soort": StepKind.CONSULTATION.value,
        "actiehouder": ADVISER,
        "wanneer": {"van": report.on.isoformat(), "tot_en_met": until.isoformat()},
        "dag_is_voorstel": report.until is None,
        "jaar": report.year,
        **({"onderwerp": theme} if theme else {}),
        "toelichting": "De burgemeesters die niet in het overleg zitten, worden geconsulteerd voor "
        "het uitvoeringsplan wordt vastgesteld (S002, 5.3). Geen wet vraagt het, en geen wet noemt "
        "een termijn.",
    }


def _refuse_without_file(report: UitvoeringsplanDrafted) -> None:
    if report.document is None and not report.was_sent:
        raise RefusedError(
            "Zonder stuk valt er niets te lezen. Geef het bestand mee (--bestand), of lever het in "
            "op uw pagina van de balie. Heeft u het zelf al verstuurd, zeg dat dan "
            "('al_verstuurd').",
            field="bestand",
        )


def _last_day(report: UitvoeringsplanDrafted) -> date:
    until = report.until or reading_day(report.on + _TO_RESPOND)
    if until < report.on:
        raise RefusedError(
            f"{day_in_words(until)} ligt voor de dag waarop het concept weggaat. Noem een latere "
            "dag om te reageren.",
            field="tot_en_met",
        )
    return until


def _readers(report: UitvoeringsplanDrafted, state: State) -> list[SentTo]:
    """Return who gets it: who is named, else each burgemeester who has no seat where it is adopted.

    Where the unit does not say who has, that is every burgemeester.
    """
    readers = readers_named(state, report.who or [BURGEMEESTERS])
    if not report.who:
        body = state.eenheid.party(body_that_adopts(state))
        seated = body.members if body else ()
        readers = [reader for reader in readers if reader.code not in seated]
    if not readers:
        raise RefusedError(
            "Elke burgemeester zit in het overleg dat het vaststelt, dus er is niemand om te "
            "consulteren. Noem wie het concept krijgt.",
            field="wie",
        )
    if not report.was_sent:
        refuse_without_address(readers)
    return readers


def _said(report: UitvoeringsplanDrafted, theme: str, circulation: Circulation) -> str:
    who = counted(len(circulation.sent_to), "lezer", "lezers")
    goes = f"Het {plan_in_words(report.year, theme)} gaat in concept naar {who}."
    if report.was_sent:
        goes = f"Vastgelegd: het {plan_in_words(report.year, theme)} ging in concept naar {who}."
    day = f"Reageren kan tot en met {day_in_words(circulation.respond_by or report.on)}"
    of = " (een voorstel: geen wet noemt een termijn)" if report.until is None else ""
    return f"{goes} {day}{of}. Een reactie legt u vast bij versie '{circulation.step}'."
