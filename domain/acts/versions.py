# SPDX-License-Identifier: EUPL-1.2
"""Versions of the plan, and the agreement of the clients with the ontwerp."""

from collections.abc import Sequence
from datetime import date

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import Agreed, VersionFiled, VersionMade
from gehoord.domain.acts.rounds import displaced, new_round, reopened
from gehoord.domain.acts.strength_of_version import strength_in_version, with_strength
from gehoord.domain.checks.versions import without_file
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.handed import drafts_to_leave
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion, next_number
from gehoord.domain.dossier.withdrawn import free_key, standing
from gehoord.domain.eenheid.eenheid import OFFICES
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def version_made(report: VersionMade, state: State) -> Act:
    """Keep a new version; a newer ontwerp starts a new round (`rounds.new_round`).

    One that only corrects wording, on a recorded ground, leaves agreement and hearings standing.
    """
    step = state.as_opened.step(report.step)
    _refuse_version(state, step)
    corrected = _corrected(report, state, step) if report.wording else None
    version = _version(report, state, step)
    if corrected:
        same = {
            "contains": corrected.contains,
            "strength": corrected.strength,
            "corrects": corrected.content_id,
            "correction": report.wording,
            "follows": corrected.follows,
        }
        version = version.model_copy(update=same)
    changes = (
        Changes.keeping(report.document)
        + Changes.adding(version)
        + Changes.replacing((a, a.done(report.on)) for a in state.owed(step.id))
    )
    if corrected:
        return Act(
            f"Versie {version.number} vastgelegd: alleen de tekst is verbeterd. Akkoord en horen "
            f"blijven staan.{_stopped(version, state)}",
            changes,
        )
    if not step.is_ontwerp or state.ontwerp is None:
        said = f"Versie {version.number} vastgelegd: {step.title}.{_stopped(version, state)}"
        return Act(said, changes)
    round_ = new_round(state.after(changes), step, report.on)
    was = {"displaced": displaced(round_), "reopened": reopened(state, round_)}
    kept = version.model_copy(update=was)
    return Act(
        f"Versie {version.number} vastgelegd. Dit is een nieuw ontwerp: beide opdrachtgevers geven "
        f"opnieuw akkoord en elke raad wordt opnieuw gevraagd.{_stopped(version, state)}",
        changes + Changes.replacing([(version, kept)]) + round_,
    )


def _stopped(version: DraftVersion, state: State) -> str:
    """Return in Dutch how many mails with the text of before a new version keeps from leaving."""
    number = drafts_to_leave(state) if version.is_of_plan and state.circulations else 0
    if not number:
        return ""
    mails = counted(number, "mail", "mails")
    stood = "stond nog klaar en gaat" if number == 1 else "stonden nog klaar en gaan"
    said = f" Let op: {mails} met de vorige tekst {stood} niet meer weg."
    return said if version.is_ontwerp else f"{said} Stuur de nieuwe met de melding 'ter-lezing'."


def _version(report: VersionMade, state: State, step: Step) -> DraftVersion:
    number = next_number(state.versions)
    contains = report.contains or step.contains
    table = strength_in_version(report.strength, contains, state, report.on)
    return DraftVersion(
        id=f"{state.id}/versie/{number}",
        dossier=state.id,
        step=step.id,
        number=number,
        title=step.title,
        completeness=step.completeness,
        is_ontwerp=step.is_ontwerp,
        contains=with_strength(contains, table),
        strength=table.id if table else None,
        made_on=report.on,
        changed=report.changed,
        **as_filed(report.document),
    )


def is_too_late(state: State, step: Step) -> bool:
    """Whether a version of a step can come no more: the plan, or a later version, is there."""
    return state.is_adopted or _is_overtaken(state, step)


def _is_overtaken(state: State, step: Step) -> bool:
    reached = (state.final.completeness or 0) if state.final else 0
    return not step.is_ontwerp and (step.completeness or 100) < reached


def _refuse_version(state: State, step: Step) -> None:
    if step.kind is not StepKind.VERSION:
        raise RefusedError(f"Stap '{step.id}' is geen versie, maar een {step.kind}.")
    if state.is_adopted:
        raise RefusedError(
            "Het plan is al vastgesteld; er kan geen nieuwe versie meer bij. Een ander plan wordt "
            "pas vastgesteld nadat de raden opnieuw zijn gehoord: open daarvoor een dossier. Een "
            "ander thema voorrang geven legt u vast als 'prioriteit'."
        )
    if state.has_lapsed(step.id):
        raise RefusedError(f"'{step.title}' is vervallen. Neem dat eerst terug (herstel).")
    final = state.final
    if final and _is_overtaken(state, step):
        raise RefusedError(
            f"'{step.title}' komt voor '{final.title}' van {day_in_words(final.made_on)}, die al "
            "is vastgelegd. Een oudere versie kan er niet meer bij."
        )


def _corrected(report: VersionMade, state: State, step: Step) -> DraftVersion:
    """Return the version of which only the wording is corrected.

    Raises:
        RefusedError: there is none, its content would change, or nobody says why it does not.
    """
    refuse_without_ground(report.wording, "waarom alleen de tekst verandert en niet de inhoud")
    before = state.ontwerp if step.is_ontwerp else state.final
    if before is None or before.step != step.id:
        raise RefusedError(
            f"Van '{step.title}' is er nog geen versie waarvan de tekst kan worden verbeterd."
        )
    if report.on < before.made_on:
        raise RefusedError(
            f"De verbeterde tekst kan niet ouder zijn dan die van {day_in_words(before.made_on)}. "
            "Verbeter de dag."
        )
    other_table = report.strength and f"{state.id}/sterkte/{report.strength}" != before.strength
    if other_table or (report.contains and set(report.contains) != set(before.contains)):
        raise RefusedError(
            "Een versie waarin een wettelijk deel erbij komt of wegvalt, verandert meer dan de "
            "tekst. Leg haar vast zonder 'alleen_tekst'; dan worden de raden opnieuw gevraagd.",
            HEAR_COUNCILS,
        )
    return before


@decide.register
def version_filed(report: VersionFiled, state: State) -> Act:
    """Keep the document of a version that had none; its number and content stay as they are.

    Once people relied on the version, a reason says why its document comes only now. No statute
    forbids that, and an archive without the text that was adopted helps nobody: so it may come even
    after the adoption, and its day, what came before it and the reason stay with it.
    """
    version = _named(report.number, state)
    if version.document:
        raise RefusedError(
            f"Versie {version.number} heeft al een stuk. Is er een ander stuk, leg dan een nieuwe "
            "versie vast; is alleen de tekst beter, vul dan bij die versie 'alleen_tekst' in.",
            field="versie",
        )
    if report.on < version.made_on:
        raise RefusedError(
            f"Versie {version.number} is van {day_in_words(version.made_on)}. Verbeter de dag.",
            field="op",
        )
    if relied := _relied_on(version, state):
        refuse_without_ground(report.reason, f"waarom het stuk er nu pas is: {relied}")
    came = {
        **as_filed(report.document),
        "filed_on": report.on,
        "filed_because": report.reason,
        "asked_before_filed": len(_asked_about(version, state)),
        "adopted_before_filed": state.is_adopted,
    }
    filed = version.model_copy(update=came)
    changes = Changes.keeping(report.document) + Changes.replacing([(version, filed)])
    return Act(
        f"Het stuk van versie {version.number} ({version.title}) is bewaard."
        f"{_left_without(version, state)}",
        changes,
    )


def _relied_on(version: DraftVersion, state: State) -> str:
    """Return what was done with a version by now, in Dutch; nothing while it is only there."""
    if state.is_adopted:
        return "het plan is al vastgesteld"
    if asked := _asked_about(version, state):
        return f"deze versie ging al naar {counted(len(asked), 'raad', 'raden')}"
    is_agreed = state.besluiten_on(BesluitKind.AGREEMENT, version=version.content_id)
    return "er is al akkoord met deze versie" if is_agreed else ""


def _left_without(version: DraftVersion, state: State) -> str:
    """Return what to do about the councils that were asked about a version without its document."""
    asked = _asked_about(version, state)
    if not asked:
        return ""
    them = counted(len(asked), "raad", "raden")
    return f" Let op: het ging al zonder dit stuk naar {them}. Stuur het na."


def _asked_about(version: DraftVersion, state: State) -> Sequence[Hearing]:
    return state.hearings.where(version=version.content_id)


def _named(number: int, state: State) -> DraftVersion:
    known = {version.number: version for version in standing(state.versions)}
    if number not in known:
        which = (
            f"Kies uit: {enumeration(list(map(str, known)))}." if known else "Leg haar eerst vast."
        )
        raise RefusedError(f"Versie {number} is er niet. {which}", field="versie")
    return known[number]


@decide.register
def agreed(report: Agreed, state: State) -> Act:
    """Keep that a client agrees that the ontwerp leaves the house."""
    ontwerp = state.ontwerp
    if ontwerp is None:
        raise RefusedError(
            "Er is nog geen ontwerp om mee akkoord te gaan. Leg eerst de versie vast."
        )
    if report.client in state.agreements_with(ontwerp):
        raise RefusedError(f"De {OFFICES[report.client]} is al akkoord met dit ontwerp.")
    _refuse_before(ontwerp, report.on)
    besluit = Besluit(
        id=free_key(state.besluiten, f"{ontwerp.id}/akkoord/{report.client}"),
        dossier=state.id,
        kind=BesluitKind.AGREEMENT,
        by=report.client,
        taken_on=report.on,
        version=ontwerp.content_id,
        text=report.note,
    )
    actions = [a for a in state.open_actions(kind=StepKind.AGREEMENT) if a.owner == report.client]
    closed = Changes.replacing((a, a.done(report.on)) for a in actions)
    said = f"De {OFFICES[report.client]} is akkoord met het verzenden van het ontwerp."
    told = " ".join(filter(None, [said, without_file(ontwerp)]))
    return Act(told, Changes.adding(besluit) + closed)


def _refuse_before(ontwerp: DraftVersion, on: date) -> None:
    if on < ontwerp.made_on:
        raise RefusedError(f"Op {day_in_words(on)} was dit ontwerp er nog niet. Verbeter de dag.")
