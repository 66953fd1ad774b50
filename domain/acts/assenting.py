# SPDX-License-Identifier: EUPL-1.2
"""Those who adopt say whether they agree with the newest version, and on which conditions."""

from collections.abc import Sequence
from dataclasses import dataclass

from gehoord.calendar.dutch import capital, day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.assent_lines import AssentLine, assents_in
from gehoord.domain.acts.report import AssentGiven
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.assent import Assent, AssentAnswer, Presence
from gehoord.domain.dossier.assents import AssentOf, Assents, assents_of, conditions, has_fallen
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.passed_on import holders
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER, OFFICES
from gehoord.domain.eenheid.office import bare_office
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, meant, unknown
from gehoord.law.politiewet import ADOPT

REMAINS = (
    "Wat dan kan: wie ontbreekt, stemt alsnog schriftelijk in (melding 'instemming'); of de "
    "regioburgemeester stelt vast, in overeenstemming met de hoofdofficier (grondslag 39-2); zijn "
    "die twee het niet eens, dan beslist de minister over het verschil (grondslag 39-3)."
)
"""What is left when art. 39 lid 1 fails."""


@dataclass(frozen=True, slots=True)
class _SaidBy:
    """What one of those who adopt said, by his key."""

    owner: str
    line: AssentLine


@decide.register
def assent_given(report: AssentGiven, state: State) -> Act:
    """Keep what each said of the newest version; what he says on a condition brings that along.

    Law: Politiewet 2012, art. 39 lid 1. It is no adoption: that is a besluit of its own.
    """
    version = _version(report, state)
    before = assents_of(state)
    said = _named(report, before)
    first = (state.assents.greatest("number") or 0) + 1
    assents = [
        _assent(report, state, version, one, number) for number, one in enumerate(said, first)
    ]
    new = [
        (one, assent)
        for one, assent in zip(said, assents, strict=True)
        if not (_is_known(assent, before) and _is_condition_known(one, state))
    ]
    if not new:
        raise RefusedError("Dat staat er al zo; er is niets veranderd.")
    made = _conditions(report, state, new)
    changes = Changes.adding(*(assent for _, assent in new), *made)
    after = assents_of(state.after(changes))
    said_later = _said_later(assents, after)
    return Act(f"{_counted(after)} {_what_follows(after)}{said_later}", changes)


def _version(report: AssentGiven, state: State) -> DraftVersion:
    """Return the version that they spoke of; refuse when they cannot have."""
    if state.adoption:
        taken_on = day_in_words(state.adoption.taken_on)
        raise RefusedError(f"Het plan is al vastgesteld op {taken_on}.")
    if state.final is None:
        raise RefusedError(
            "Er is nog geen versie waarmee iemand kan instemmen. Leg die eerst vast (versie)."
        )
    if report.on < state.final.made_on:
        made_on = day_in_words(state.final.made_on)
        raise RefusedError(
            f"'{state.final.title}' is pas van {made_on}; op {day_in_words(report.on)} kon daar "
            "niemand mee instemmen. Verbeter de dag.",
            field="op",
        )
    return state.final


def _named(report: AssentGiven, before: Assents) -> list[_SaidBy]:
    """Return what each said, by his key; with all others where they agree as well."""
    found: dict[str, AssentLine] = {}
    for line in assents_in(report.lines):
        owner = _owner(line.who, before)
        if owner in found:
            raise RefusedError(f"'{line.who}' staat er twee keer. Laat een regel weg.", field="wie")
        found[owner] = line
    if report.others:
        for one in before.each:
            agreed = AssentLine(one.name, Presence.PRESENT, AssentAnswer.AGREES)
            found.setdefault(one.owner, agreed)
    return [_SaidBy(owner, line) for owner, line in found.items()]


def _owner(who: str, known: Assents) -> str:
    """Return the key of one of those who adopt, as people name him.

    Raises:
        RefusedError: he is none: a body, a delegation, or a municipality of elsewhere.
    """
    keys = {
        bare_office(called): one.owner for one in known.each for called in (one.name, one.owner)
    }
    bare = bare_office(who)
    if found := meant(bare, keys):
        return keys[found]
    what = f"'{who}' is geen gemeente van dit dossier, en niet de {OFFICES[HOOFDOFFICIER]}"
    raise RefusedError(unknown(what, bare, [one.name for one in known.each]), ADOPT, field="wie")


def _assent(
    report: AssentGiven, state: State, version: DraftVersion, said: _SaidBy, number: int
) -> Assent:
    return Assent(
        id=f"{state.id}/instemming/{number}",
        dossier=state.id,
        number=number,
        owner=said.owner,
        version=version.content_id,
        given_on=report.on,
        presence=said.line.presence,
        answer=said.line.answer,
    )


def _is_known(assent: Assent, before: Assents) -> bool:
    """Whether he said the same of this version before, on the same day."""
    apart = {"id", "number"}
    last = next((one.assent for one in before.each if one.owner == assent.owner), None)
    return last is not None and last.model_dump(exclude=apart) == assent.model_dump(exclude=apart)


def _is_condition_known(said: _SaidBy, state: State) -> bool:
    """Whether he made this condition before and did not let it fall, or makes none."""
    return not said.line.condition or any(
        _repeats(said.owner, said.line, each, state) and not has_fallen(state, each)
        for each in conditions(state)
    )


def _repeats(owner: str, line: AssentLine, condition: Condition, state: State) -> bool:
    """Whether somebody sets a condition again; with another day, or for another, it is a new one.

    Who names no day leaves it as it was. One that passed on to him is his as well.
    """
    have_it = {condition.by, *(m.code for m in holders(state, condition))}
    is_same = owner in have_it and folded(line.condition) == folded(condition.text)
    by_whom = {folded(bare_office(who)) for who in (line.lifted_by, condition.lifted_by)}
    return is_same and len(by_whom) == 1 and line.until in (None, condition.until)


def _conditions(
    report: AssentGiven, state: State, new: Sequence[tuple[_SaidBy, Assent]]
) -> list[Condition]:
    """Return the conditions that are new; one that stands already is not made twice."""
    first = (state.conditions.greatest("number") or 0) + 1
    with_one = [
        (one.line, assent)
        for one, assent in new
        if one.line.condition and not _stands(one.line, assent, state)
    ]
    return [
        Condition(
            id=f"{state.id}/voorwaarde/{number}",
            dossier=state.id,
            number=number,
            by=assent.owner,
            text=line.condition,
            made_on=report.on,
            lifted_by=line.lifted_by,
            until=line.until,
            assent=assent.id,
        )
        for number, (line, assent) in enumerate(with_one, first)
    ]


def _stands(line: AssentLine, assent: Assent, state: State) -> bool:
    """Whether somebody who sets a condition had set it already, and it stood then."""
    return any(
        not each.lifted_on
        and _repeats(assent.owner, line, each, state)
        and not has_fallen(state, each, before=assent.order)
        for each in conditions(state)
    )


def _said_later(made: Sequence[Assent], after: Assents) -> str:
    """Return who said something of a later day, which counts before what is recorded now."""
    days = {assent.owner: assent.given_on for assent in made}
    later = [
        f"{one.name} ({day_in_words(one.assent.given_on)}: {one.assent.in_words})"
        for one in after.each
        if one.assent and one.assent.given_on > days.get(one.owner, one.assent.given_on)
    ]
    if not later:
        return ""
    return (
        f" Let op: wat later is gezegd, blijft gelden: {some(later)}. Was dat een vergissing, neem "
        "het dan terug (herstel)."
    )


def _counted(assents: Assents) -> str:
    agreed = sum(one.agrees for one in assents.each)
    on_condition = sum(
        one.assent is not None and one.assent.answer is AssentAnswer.ON_CONDITION
        for one in assents.each
    )
    on = f", van wie {on_condition} onder voorwaarde" if on_condition else ""
    return f"Vastgelegd: {agreed} van de {len(assents.each)} stemmen in{on}."


def _what_follows(assents: Assents) -> str:
    if assents.are_complete:
        return "Alle burgemeesters en de hoofdofficier stemmen in (grondslag 39-1)."
    waiting = [one for one in assents.lacking if one.assent is None]
    refusing = [one for one in assents.lacking if one.assent]
    if not refusing:
        return f"Nog niet vastgelegd: {some([one.name for one in waiting])}."
    return f"{lacking_in_words(refusing)} {REMAINS}"


def lacking_in_words(lacking: Sequence[AssentOf]) -> str:
    """Return in Dutch who does not agree, was absent, or of whom nothing is recorded."""
    told = [
        f"{how}: {some([one.name for one in lacking if one.why_not == how])}"
        for how in dict.fromkeys(one.why_not for one in lacking)
    ]
    return f"{capital('; '.join(told))}."
