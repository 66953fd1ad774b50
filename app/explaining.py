# SPDX-License-Identifier: EUPL-1.2
"""`gehoord why`: where the days of a step come from, for people and for programs."""

from collections.abc import Iterator, Sequence

from gehoord.app.paths import paths_as_json, paths_in_words
from gehoord.app.printing import as_json, say
from gehoord.calendar.derivation import Link
from gehoord.calendar.due import NO_DAY, ROUGHLY
from gehoord.calendar.dutch import by_letters, day_in_words, enumeration, full_day_in_words
from gehoord.calendar.meetings import Meeting
from gehoord.domain.dossier.appeal_days import appeal_links, decision_links
from gehoord.domain.dossier.carried_out import CarriedOut, carried_out
from gehoord.domain.dossier.council_meetings import opportunity_to_answer
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.under_lid_2 import OF_PART, appealed, part_besluit
from gehoord.domain.outgoing.preparation import Preparing, preparation
from gehoord.domain.plan.account import Account, account_of
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import StepKind
from gehoord.flows import clock
from gehoord.templates.reasoning import because


def explain(state: State, step: str, missed: frozenset[str], *, json: bool) -> None:
    """Print why a step is on its days; of a window the first and the last day each apart.

    Args:
        state: the dossier.
        step: of the plan.
        missed: where the ontwerp did not arrive.
        json: whether it is for a program.

    Raises:
        ProposalError: there is no such step.
    """
    if json:
        as_json(_in_json(state, state.plan[step], missed))
        return
    _say_what_became_of_it(state, step)
    _say_days(state.plan[step])
    if account := account_of(state.plan, state.plan[step]):
        _say_links([account.link])
    _say_last_day(state, state.plan[step])
    _say_respites(state, state.plan[step])
    _say_meetings(state, state.plan[step])
    if _hears(state.plan[step]):
        say(*paths_in_words(state, clock.today(), missed))
    say(*(f"- {part.in_words}" for part in _concerning(state, step)))


def _in_json(state: State, planned: PlannedStep, missed: frozenset[str]) -> dict[str, object]:
    """Return the reasons in their documented JSON shape."""
    moved, done = _moved(state, planned.id), carried_out(state, planned.id)
    appeal, account = _appeal(state, planned), account_of(state.plan, planned)
    start = planned.first.day if planned.first else None
    end = planned.due_on if planned.has_day else None
    return {
        "step": planned.id,
        "start": account.first_day if account else start,
        "end": account.last_day if account else end,
        "years": years_as_json(account),
        "start_derivation": links_as_json(planned.first_links),
        "end_derivation": links_as_json((*planned.last_links, *appeal)),
        "derivation": links_as_json((*planned.derivation, *appeal)),
        "moved_because": moved.moved_because if moved else "",
        "respites": [
            {"council": h.name, "until": h.respite_until, "because": h.respite_because}
            for h in respites(state, planned)
        ],
        "meetings": [
            {"council": h.name, "fitting": [meeting.day for meeting in fitting]}
            for h, fitting in meetings(state, planned)
        ],
        "paths": _paths(state, planned, missed),
        "preparation": preparation_as_json(_concerning(state, planned.id)),
        "lapsed": state.has_lapsed(planned.id),
        "happened": _as_json(done) if done else None,
    }


def preparation_as_json(parts: Sequence[Preparing]) -> list[dict[str, object]]:
    """Return how parts of the first half stand in their documented JSON shape."""
    return [
        {
            "about": part.about,
            "steps": list(part.steps),
            "known": part.known,
            "missing": part.missing,
        }
        for part in parts
    ]


def _paths(state: State, planned: PlannedStep, missed: frozenset[str]) -> list[dict[str, object]]:
    """Return of the hearing the path of each council; of any other step nothing."""
    return paths_as_json(state, clock.today(), missed) if _hears(planned) else []


def _hears(planned: PlannedStep) -> bool:
    """Whether a step is the one in which councils are heard."""
    return planned.step.kind is StepKind.HEARING


def _concerning(state: State, step: str) -> list[Preparing]:
    """Return what is known and missing of what a step is about."""
    return [part for part in preparation(state) if step in part.steps]


def _appeal(state: State, planned: PlannedStep) -> tuple[Link, ...]:
    """Return the days of an appeal: of an adoption all of them, of a decision on one its own."""
    if planned.step.kind is StepKind.ADOPTION:
        return appeal_links(state.adoption)
    if planned.id in (OF_PART.announcement, OF_PART.end_of_term):
        return appeal_links(part_besluit(state))
    appeal = next(iter(state.appeals.where(step=planned.id)), None)
    if appeal is None:
        return ()
    return decision_links(appealed(state, appeal), is_postponed=appeal.postponed_on is not None)


def _moved(state: State, step: str) -> PlanLine | None:
    """Return the line of a step to which a person gave another day."""
    return next((line for line in state.lines.where(step=step) if line.moved_to), None)


def _say_what_became_of_it(state: State, step: str) -> None:
    if state.has_lapsed(step):
        on = max(a.done_on for a in state.actions.where(step=step) if a.done_on)
        say(f"Deze stap is op {day_in_words(on)} vervallen. De dagen hieronder gelden niet meer.")
    if done := carried_out(state, step):
        say(done.in_words)


def _say_days(planned: PlannedStep) -> None:
    """Print on which days a step is, and why it begins when it does if it lasts longer."""
    if not planned.has_day:
        say(f"{planned.step.title}: {NO_DAY}, want er is geen opgegeven.")
        _say_beginning(planned)
    elif planned.first_links == planned.last_links:
        when = planned.words if planned.is_yearly else planned.due_in_words
        say(f"{planned.step.title}: {when}, want:")
    else:
        say(f"{planned.step.title}: {_both_days(planned)}.")
        _say_beginning(planned)
        roughly = ROUGHLY * planned.due.is_rough
        say(f"Laatste dag: {full_day_in_words(planned.due_on)}{roughly}, want:")


def _say_beginning(planned: PlannedStep) -> None:
    """Print the first day and its reasons, if it has one."""
    if planned.first:
        roughly = ROUGHLY * planned.first_is_rough
        say(f"Eerste dag: {full_day_in_words(planned.first.day)}{roughly}, want:")
        _say_links(planned.first_links)


def _say_last_day(state: State, planned: PlannedStep) -> None:
    """Print why its last day is that day: what was counted, decided, and read in a source."""
    _say_links((*planned.last_links, *_appeal(state, planned)))
    moved = _moved(state, planned.id)
    if moved and moved.moved_to:
        say(f"- verplaatst naar {day_in_words(moved.moved_to)}: {moved.moved_because}")
    for source in planned.step.sources:
        say(f'- bron: {source.document}: "{source.quote}"')
    if planned.step.note:
        say(f"- toelichting: {planned.step.note}")


def respites(state: State, planned: PlannedStep) -> list[Hearing]:
    """Return the councils that were given a later last day alone, by name."""
    if planned.step.kind is not StepKind.HEARING or not planned.has_day:
        return []
    longer = [h for h in state.hearings if h.respite_until and h.respite_until > planned.due_on]
    return sorted(longer, key=lambda h: by_letters(h.name))


def _say_respites(state: State, planned: PlannedStep) -> None:
    for hearing in respites(state, planned):
        if hearing.respite_until:
            day = full_day_in_words(hearing.respite_until)
            say(f"- {hearing.name}: tot en met {day}, uitstel: {hearing.respite_because}")


def meetings(state: State, planned: PlannedStep) -> Iterator[tuple[Hearing, tuple[Meeting, ...]]]:
    """Yield each council with the meetings at which it can be heard, where these are known."""
    if planned.step.kind is not StepKind.HEARING:
        return
    for hearing in sorted(state.owed_hearings, key=lambda h: by_letters(h.name)):
        if found := opportunity_to_answer(state, hearing, clock.today()):
            yield hearing, found.fitting


def _say_meetings(state: State, planned: PlannedStep) -> None:
    for hearing, fitting in meetings(state, planned):
        days = enumeration([day_in_words(meeting.day) for meeting in fitting])
        say(f"- {hearing.name}, raadsvergaderingen die passen: {days or 'geen'}")


def _as_json(done: CarriedOut) -> dict[str, object]:
    return {
        "first_on": done.first_on,
        "last_on": done.last_on,
        "done": done.done,
        "owed": done.owed,
        "by": done.by or None,
        "ground": done.ground or None,
    }


def _both_days(planned: PlannedStep) -> str:
    first, last = planned.start_in_words, planned.due.in_words
    return f"van {first} tot en met {last}" if first else last


def _say_links(links: Sequence[Link]) -> None:
    for line in because(links):
        say(f"- {line}")


def years_as_json(account: Account | None) -> list[dict[str, object]]:
    """Return of a yearly jaarverslag over which year each is and by when; else nothing."""
    due_by = account.due_by if account else {}
    return [{"about": year, "due": day} for year, day in due_by.items()]


def links_as_json(links: Sequence[Link]) -> list[dict[str, object]]:
    """Return reasons in their documented JSON shape."""
    return [
        {"day": k.day, "rule": k.rule, "article": str(k.article) if k.article else None}
        for k in links
    ]
