# SPDX-License-Identifier: EUPL-1.2
"""Themes, a version or an agreement were recorded by mistake, and are taken back."""

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.acts.act import Act, LettersWrong
from gehoord.domain.acts.chapters import promised_no_more
from gehoord.domain.acts.correction_of_steps import (
    is_all,
    refuse_after_adoption,
    refuse_to_guess,
)
from gehoord.domain.acts.next_steps import going
from gehoord.domain.acts.report import CLIENTS_THAT_AGREE, Corrected
from gehoord.domain.acts.rounds import round_undone
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.handed import handed
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import OFFICES
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown
from gehoord.domain.proposal.step import Letter, Step, StepKind
from gehoord.law.politiewet import HEAR_COUNCILS


def themes_taken_back(report: Corrected, state: State) -> Act:
    """Take back the newest choice of themes; one of before counts again.

    The letter that told them is owed again, so that it can go with the right ones.
    """
    refuse_after_adoption(state)
    chosen = state.themes()
    if chosen is None:
        raise RefusedError("Er zijn geen thema's gekozen die kunnen worden teruggenomen.")
    _refuse_if_built_on(state, chosen)
    changes = Changes.replacing([(chosen, chosen.withdraw(report.reason, report.on))])
    before = state.after(changes).themes()
    steps = state.as_opened.steps
    letters = [step.id for step in steps if step.letter is Letter.THEMES]
    again = [a for a in _done(state, *letters) if _is_since(a, chosen)]
    if before is None:
        again += _done(state, *(step.id for step in steps if step.chooses_themes))
    wrong = LettersWrong(
        steps=frozenset(letters),
        since=chosen.id,
        reason=report.reason,
        told="Daarin staan thema's die bij vergissing zijn vastgelegd.",
        is_written=report.is_written,
    )
    stands = "De actie staat weer open."
    if before:
        stands = f"Nu gelden weer die van {day_in_words(before.taken_on)}."
    said = f"Teruggenomen: de keuze van de thema's. {stands}"
    return Act(said, changes + _owed_again(report, again), (wrong,))


def _refuse_if_built_on(state: State, chosen: Besluit) -> None:
    """Refuse to take back themes with which an ontwerp was made that councils have."""
    if any(h.invited_on and h.invited_on >= chosen.taken_on for h in state.hearings):
        raise RefusedError(
            "Het ontwerp met deze thema's is al naar de raden; de keuze kan niet meer worden "
            "teruggenomen. Zijn er andere thema's gekozen, leg die dan vast (themas), en daarna "
            "een nieuwe versie van het ontwerp: dan worden de raden opnieuw gevraagd.",
            HEAR_COUNCILS,
        )


def version_taken_back(report: Corrected, state: State, step: Step | None = None) -> Act:
    """Take back the newest version; agreements with it fall, and a round that it started ends.

    Args:
        report: what was wrong.
        state: the dossier.
        step: of which step; of any without it.
    """
    refuse_after_adoption(state)
    version = _newest(state, step)
    _refuse_if_asked(state, version)
    withdrawn = version.withdraw(report.reason, report.on)
    changes = Changes.replacing([(version, withdrawn)])
    fallen = [] if version.corrects else _agreements(state, version)
    changes += Changes.replacing((b, b.withdraw(report.reason, report.on)) for b in fallen)
    after = state.after(changes)
    if not any(v.step == version.step for v in standing(after.versions)):
        changes += _owed_again(report, _done(state, version.step))
    if version.is_ontwerp and not version.corrects:
        changes += round_undone(state.after(changes), version, report.on)
    after = state.after(changes)
    changes += going(after, promised_no_more(after, version), report.on)
    said = f"Teruggenomen: versie {version.number}, {version.title}."
    told = [said, _fallen(fallen), _now(after), _who_was_sent_it(state, version)]
    return Act(" ".join(filter(None, told)), changes)


def agreement_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a client, or both, agreed with the ontwerp that is yet to leave."""
    refuse_after_adoption(state)
    given = _given(report, state)
    if not given:
        raise RefusedError("Er is geen akkoord met dit ontwerp dat kan worden teruggenomen.")
    _refuse_if_it_left(state)
    refuse_to_guess(report, [OFFICES[b.by] for b in given])
    changes = Changes.replacing((b, b.withdraw(report.reason, report.on)) for b in given)
    clients = {b.by for b in given}
    done = state.actions.where(kind=StepKind.AGREEMENT, state=ActionState.DONE)
    changes += _owed_again(report, [a for a in done if a.owner in clients])
    open_again = "De acties staan" if len(given) > 1 else "De actie staat"
    return Act(f"Teruggenomen: het akkoord van {_offices(given)}. {open_again} weer open.", changes)


def _given(report: Corrected, state: State) -> list[Besluit]:
    """Return the agreements with the ontwerp: of the client that is named, else of both."""
    given = _agreements(state, state.ontwerp) if state.ontwerp else []
    if report.owner is None or is_all(report.owner):
        return given
    return [b for b in given if b.by == _client(report.owner)]


def _refuse_if_it_left(state: State) -> None:
    """Refuse to take back an agreement with which the ontwerp left."""
    ontwerp = state.ontwerp
    if ontwerp and any(h.version == ontwerp.content_id for h in state.hearings):
        raise RefusedError(
            "Met dit akkoord is het ontwerp al naar de raden; het kan niet meer worden "
            "teruggenomen. Mag het ontwerp niet blijven zoals het is, leg dan een nieuwe versie "
            "vast.",
            HEAR_COUNCILS,
        )


def _newest(state: State, step: Step | None) -> DraftVersion:
    """Return the newest version of a step, or of any; nothing may rest on it yet."""
    made = standing(state.versions)
    of_step = [v for v in made if step is None or v.step == step.id]
    if not of_step:
        raise RefusedError("Er is geen versie vastgelegd die kan worden teruggenomen.")
    newest = max(of_step, key=lambda v: v.number)
    later = [v for v in made if v.number > newest.number and v.is_of_plan and newest.is_of_plan]
    if later:
        last = max(later, key=lambda v: v.number)
        raise RefusedError(
            f"Na '{newest.title}' kwam versie {last.number}, '{last.title}'. Neem die eerst terug "
            f"(stap '{last.step}')."
        )
    return newest


def _refuse_if_asked(state: State, version: DraftVersion) -> None:
    """Refuse to take back an ontwerp that councils have, or words with which they got it."""
    asked = [h for h in state.hearings if version.is_ontwerp and h.version == version.content_id]
    if version.corrects:
        asked = [h for h in asked if h.invited_on and h.invited_on >= version.made_on]
    if asked:
        raise RefusedError(
            f"'{version.title}' is al naar de raden; een versie die zij hebben, kan niet worden "
            "teruggenomen. Klopt zij niet, leg dan een nieuwe versie vast: dan worden de raden "
            "opnieuw gevraagd.",
            HEAR_COUNCILS,
        )


def _agreements(state: State, version: DraftVersion) -> list[Besluit]:
    return state.besluiten_on(BesluitKind.AGREEMENT, version=version.content_id)


def _fallen(agreements: list[Besluit]) -> str:
    if not agreements:
        return ""
    return f"Het akkoord van {_offices(agreements)} met deze versie vervalt ook."


def _who_was_sent_it(state: State, version: DraftVersion) -> str:
    """Return who has it to be read, and hears it from nobody else; empty when nobody has it."""
    sent = [each for each in standing(state.circulations) if each.version == version.id]
    readers = [each.reader for each in handed(state, sent) if each.has_it]
    if not readers:
        return ""
    return (
        f"Zij ging ter lezing naar {some([one.name for one in readers])}. Wat nog niet weg was, "
        "gaat niet meer weg; laat wie haar al heeft zelf weten dat zij is ingetrokken."
    )


def _offices(agreements: list[Besluit]) -> str:
    return enumeration([f"de {OFFICES[b.by]}" for b in agreements])


def _now(after: State) -> str:
    """Return which version counts once one was taken back."""
    if after.final is None:
        return "Er is nu geen versie van het plan."
    return f"Nu geldt weer versie {after.final.number}, {after.final.title}."


def _client(named: str) -> str:
    """Return the key of a client, who may be named as people do."""
    known = {folded(name): key for key in CLIENTS_THAT_AGREE for name in (key, OFFICES[key])}
    if found := known.get(folded(named)):
        return found
    raise RefusedError(unknown(f"'{named}' is geen opdrachtgever", named, CLIENTS_THAT_AGREE))


def _done(state: State, *steps: str) -> list[Action]:
    return [a for step in steps for a in state.actions.where(step=step, state=ActionState.DONE)]


def _is_since(action: Action, besluit: Besluit) -> bool:
    return action.done_on is not None and action.done_on >= besluit.taken_on


def _owed_again(report: Corrected, actions: list[Action]) -> Changes:
    return Changes.replacing((a, a.reopened(report.on)) for a in actions)
