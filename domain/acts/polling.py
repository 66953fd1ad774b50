# SPDX-License-Identifier: EUPL-1.2
"""A poll was counted: kept per option and group, and held against the themes that rest on it."""

from collections.abc import Iterator, Sequence
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.poll_groups import traceable, without
from gehoord.domain.acts.poll_lines import groups_in, options_in
from gehoord.domain.acts.report import Corrected, Polled
from gehoord.domain.acts.reported import actions_closed_by
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.poll import (
    Poll,
    PollGroup,
    PollOption,
    PollStage,
    latest_poll,
    total_of,
)
from gehoord.domain.dossier.poll_basis import bases_of, unclear_bases
from gehoord.domain.dossier.poll_faults import PollFault, faults_in, unclear_total
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import said_before
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.reported_as import POLL

_MOST_TOLD: Final = 5
_TOP: Final = 3


@decide.register
def polled(report: Polled, state: State) -> Act:
    """Keep a count; the final one closes the step of the poll, where the proposal has one.

    Nothing is kept of who answered.
    """
    refuse_after_adoption(state)
    former = latest_poll(state.polls, PollStage.INTERIM)
    _refuse_after_final(state, report)
    _refuse_before_the_last(state, report)
    options = options_in(report.options)
    _refuse_nothing_counted(report, options)
    groups = groups_in(report.groups, len(options[0].votes) if options else 0)
    _refuse_unclear_total(groups)
    respondents = _respondents(report, groups)
    options, groups = without(report.left_out, options, groups)
    known = former.options if former and report.stage is PollStage.FINAL else ()
    _refuse_faults(list(faults_in(options, groups, respondents, known)), options, groups)
    poll = Poll(
        id=f"{state.id}/peiling/{len(state.polls) + 1}",
        dossier=state.id,
        number=len(state.polls) + 1,
        stage=report.stage,
        counted_on=report.on,
        respondents=respondents,
        groups=groups,
        options=options,
    )
    if said_before(state.polls, poll):
        raise RefusedError(
            f"Deze {poll.stage} van {day_in_words(poll.counted_on)} staat er al, met dezelfde "
            "aantallen."
        )
    owed = actions_closed_by(POLL, state, ActionState.OPEN) if poll.stage is PollStage.FINAL else []
    closed = Changes.replacing((action, action.done(report.on)) for action in owed)
    said = [*_said(state, poll, former), *traceable(groups, respondents)]
    return Act(" ".join(said), Changes.adding(poll) + closed)


def poll_taken_back(report: Corrected, state: State) -> Act:
    """Take back the newest count; the step that a final one closed is owed again."""
    refuse_after_adoption(state)
    poll = latest_poll(state.polls)
    if poll is None:
        raise RefusedError("Er is geen peiling die kan worden teruggenomen.")
    changes = Changes.replacing([(poll, poll.withdraw(report.reason, report.on))])
    if poll.stage is PollStage.FINAL:
        done = actions_closed_by(POLL, state, ActionState.DONE)
        changes += Changes.replacing((action, action.reopened(report.on)) for action in done)
    return Act(f"Teruggenomen: de telling van de peiling ({poll.stage}).", changes)


def _refuse_after_final(state: State, report: Polled) -> None:
    if latest_poll(state.polls, PollStage.FINAL):
        raise RefusedError(
            f"De peiling is al definitief geteld; een {report.stage} kan daar niet meer bij. Klopt "
            "de telling niet, neem haar dan terug (gehoord record herstel --melding peiling)."
        )


def _refuse_before_the_last(state: State, report: Polled) -> None:
    """Refuse a count of a day before the one that was counted last."""
    last = latest_poll(state.polls)
    if last and report.on < last.counted_on:
        raise RefusedError(
            f"De {last.stage} is van {day_in_words(last.counted_on)}; een {report.stage} van "
            f"{day_in_words(report.on)} kan daar niet na komen. Verbeter de dag, of neem die "
            "telling terug (gehoord record herstel --melding peiling).",
            field="op",
        )


def _refuse_unclear_total(groups: Sequence[PollGroup]) -> None:
    for fault in unclear_total(groups):
        raise RefusedError(f"Groepen: {fault.text}.", field="groepen")


def _refuse_nothing_counted(report: Polled, options: Sequence[PollOption]) -> None:
    """Refuse a final count without options; of an interim one the respondents may be all."""
    if not options and (report.stage is PollStage.FINAL or report.respondents is None):
        raise RefusedError(
            "Er staat geen telling in. Noem per optie een regel, zoals 'thema; Drugs; 24; 81', of "
            "geef de uitvoer van de peiling mee (--bestand).",
            field="opties",
        )


def _respondents(report: Polled, groups: Sequence[PollGroup]) -> int:
    """Return how many answered: as reported, else the size of the group that is everybody."""
    size = groups[total_of([g.name for g in groups])].size if groups else None
    if report.respondents and size and report.respondents != size:
        raise RefusedError(
            f"U noemt {report.respondents} respondenten, maar de groep van allen heeft er {size}. "
            "Verbeter een van beide.",
            field="respondenten",
        )
    found = report.respondents or size
    if not found:
        raise RefusedError(
            "Zeg hoeveel mensen antwoordden (respondenten): zonder dat is niet te zien of er "
            "meer stemmen zijn dan mensen.",
            field="respondenten",
        )
    return found


def _refuse_faults(
    faults: Sequence[PollFault], options: Sequence[PollOption], groups: Sequence[PollGroup]
) -> None:
    if not faults:
        return
    told = [_where(fault, options, groups) for fault in faults[:_MOST_TOLD]]
    more = len(faults) - len(told)
    rest = [f"En nog {counted(more, 'fout', 'fouten')}."] if more else []
    raise RefusedError(" ".join([*told, *rest]), field="opties")


def _where(fault: PollFault, options: Sequence[PollOption], groups: Sequence[PollGroup]) -> str:
    place = []
    if fault.option is not None:
        place.append(f"regel {fault.option + 1} ({options[fault.option].in_words})")
    if fault.group is not None:
        place.append(f"groep '{groups[fault.group].name}'")
    where = f"Opties, {', '.join(place)}: " if place else "Opties: "
    return where + fault.text + ("" if fault.text.endswith(("?", ".")) else ".")


def _said(state: State, poll: Poll, former: Poll | None) -> Iterator[str]:
    who = counted(poll.respondents, "respondent", "respondenten")
    what = counted(len(poll.options), "optie", "opties")
    yield f"Vastgelegd: {poll.stage}, {who}{f', {what}' * bool(poll.options)}."
    if not poll.options:
        return
    top = [f"{each.name} ({each.votes})" for each in poll.ranking()[:_TOP]]
    yield f"Bovenaan: {enumeration(top)}."
    if former and former.options and poll.stage is PollStage.FINAL:
        yield _changed(poll, former)
    themes = state.themes()
    if themes:
        yield from unclear_bases(themes.chosen_themes, poll)
    if themes and poll.stage is PollStage.FINAL:
        yield from (basis.in_words for basis in bases_of(themes.chosen_themes, poll))


def _changed(poll: Poll, former: Poll) -> str:
    """Return which options came on another place since the interim count."""
    before, now = former.ranks(), poll.ranks()
    moved = [
        f"{name} van {before[name].in_words} naar {each.in_words}"
        for name, each in now.items()
        if name in before and before[name].rank != each.rank
    ]
    if not moved:
        return "Sinds de tussenstand bleef de volgorde gelijk."
    return f"Sinds de tussenstand veranderde van plaats: {enumeration(moved)}."
