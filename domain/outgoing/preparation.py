# SPDX-License-Identifier: EUPL-1.2
"""The first half of the procedure in sentences: what is known of each of its parts, what is not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from gehoord.calendar.dutch import capital, counted, day_in_words, enumeration
from gehoord.domain.acts.closing import closed_by
from gehoord.domain.dossier.choices import choice_in, choosing_steps, latest_list, tally_of
from gehoord.domain.dossier.fte import fte_in_words
from gehoord.domain.dossier.poll import Poll, PollStage, latest_poll
from gehoord.domain.dossier.poll_basis import bases_of
from gehoord.domain.dossier.ranking import Ranked
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import newest
from gehoord.domain.dossier.survey import answers, surveys, unanswered
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.outgoing.reading_along import rounds_told
from gehoord.domain.outgoing.unreached import shortened
from gehoord.domain.proposal.reported_as import POLL, STRENGTH
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import SAFETY_PICTURE, Part, Step, StepKind

_TOP: Final = 3


@dataclass(frozen=True, slots=True)
class Preparing:
    """How one part of the first half stands.

    Attributes:
        about: its Dutch name: `lokale-prioriteiten`, `veiligheidsbeeld`, `peiling`, `keuze`,
            `themas`, `sterkte` or `ter-lezing`, of which each round is a part of its own.
        stages: in which what is missing is looked for.
        steps: the steps that it concerns, by their id; none where the proposal has none.
        known: what is known, in one or two sentences; empty when nothing is.
        missing: what is still missing, in one sentence; empty when nothing is.
    """

    about: str
    stages: frozenset[Stage]
    steps: tuple[str, ...]
    known: str
    missing: str = ""

    @property
    def in_words(self) -> str:
        """What is known, and what is missing."""
        return " ".join(filter(None, [self.known, self.missing]))


def preparation(state: State) -> list[Preparing]:
    """Return how each part of the first half stands of which there is something to tell."""
    parts = [part for tell in _TELLERS if (part := tell(state)) and part.in_words]
    return parts + [
        _part("ter-lezing", [told.step], told.known, told.missing) for told in rounds_told(state)
    ]


def still_missing(state: State, stage: Stage) -> str:
    """Return what a stage still misses, a sentence for each part; empty when it misses nothing."""
    parts = [part for part in preparation(state) if stage in part.stages]
    return " ".join(part.missing for part in parts if part.missing)


def _survey(state: State) -> Preparing | None:
    steps = surveys(state)
    if not steps and not state.priorities:
        return None
    of = counted(len(state.living), "gemeente", "gemeenten")
    known = f"Lokale prioriteiten: {len(answers(state))} van {of}."
    owing = {action.municipality for step in steps for action in state.owed(step.id)}
    who = [m.name for m in unanswered(state) if m.code in owing]
    missing = f"Nog geen lokale prioriteiten van {enumeration(shortened(who))}." if who else ""
    return _part("lokale-prioriteiten", steps, known, missing)


def _safety_picture(state: State) -> Preparing:
    steps = _steps(state, SAFETY_PICTURE)
    there = standing(state.pictures)
    if there:
        last = max(there, key=lambda picture: (picture.made_on, picture.number))
        themes = counted(len(last.themes), "thema", "thema's")
        day = day_in_words(last.made_on)
        return _part(SAFETY_PICTURE, steps, f"Veiligheidsbeeld van {last.maker}, {day}: {themes}.")
    is_owed = any(state.owed(step.id) for step in steps)
    return _part(SAFETY_PICTURE, steps, "", "Het veiligheidsbeeld is er nog niet." * is_owed)


def preparing_poll(state: State) -> Preparing:
    """Return how the poll stands; without words where there is none."""
    steps = _steps(state, POLL)
    poll = latest_poll(state.polls)
    if poll is None:
        is_owed = any(state.owed(step.id) for step in steps)
        return _part(POLL, steps, "", "De peiling is nog niet geteld." * is_owed)
    if poll.stage is PollStage.INTERIM:
        return _part(POLL, steps, _counted(poll), "De definitieve telling van de peiling komt nog.")
    return _part(POLL, steps, f"{_counted(poll)} {_whether_themes_stand(state, poll)}".strip())


def _counted(poll: Poll) -> str:
    who = counted(poll.respondents, "respondent", "respondenten")
    top = f"; bovenaan {highest(poll.ranking())}" if poll.options else ""
    return f"Peiling ({poll.stage}, {day_in_words(poll.counted_on)}): {who}{top}."


def _whether_themes_stand(state: State, poll: Poll) -> str:
    """Return after a final count whether the chosen themes still stand; empty without themes."""
    chosen = state.themes()
    bases = bases_of(chosen.chosen_themes, poll) if chosen else []
    fallen = [basis.theme for basis in bases if not basis.stands]
    if fallen:
        return f"Door de telling ingehaald: {enumeration(fallen)}."
    return "De gekozen thema's blijven staan." if bases else ""


def preparing_rounds(state: State) -> Preparing | None:
    """Return how the rounds stand in which bodies choose; nothing where there are none."""
    steps = choosing_steps(state.as_opened)
    listed = latest_list(state.candidates)
    waiting = [
        action.owner_name
        for step in steps
        if not choice_in(step.id, state.choices)
        for action in state.owed(step.id)
    ]
    if listed is None:
        no_list = "Er is nog geen lijst waaruit de overleggen kiezen."
        return _part("keuze", steps, "", no_list) if waiting else None
    chose = standing(state.choices)
    bodies = counted(len(steps), "overleg", "overleggen")
    known = f"Keuze uit {len(listed.names)} kandidaten: {len(chose)} van {bodies} kozen"
    if chose:
        known = f"{known}; bovenaan {highest(tally_of(listed, chose))}"
    missing = f"Nog niet gekozen: {enumeration(waiting)}." if waiting else ""
    return _part("keuze", steps, f"{known}.", missing)


def _themes(state: State) -> Preparing | None:
    chosen = state.themes()
    if chosen is None:
        return None
    steps = [step for step in state.as_opened.steps if step.chooses_themes and step.stands]
    number = counted(len(chosen.chosen_themes), "thema", "thema's")
    explored = [theme.name for theme in chosen.explored_themes]
    missing = f"Nog verkend: {enumeration(explored)}." if explored else ""
    known = f"Gekozen op {day_in_words(chosen.taken_on)}: {number}."
    return _part("themas", steps, known, missing, also=(Stage.DRAFTS,))


def _strength(state: State) -> Preparing:
    table = newest(state.strengths)
    own = _steps(state, STRENGTH)
    if table is None:
        is_owed = any(state.owed(step.id) for step in own)
        return _part("sterkte", own, "", "Er is nog geen sterkteverdeling vastgelegd." * is_owed)
    steps = [
        step
        for step in state.as_opened.steps
        if step.kind is StepKind.VERSION and Part.STRENGTH in step.contains and step.stands
    ]
    whole = f"{fte_in_words(table.eenheid.totaal)} fte"
    known = f"{capital(table.in_words)}: {whole}."
    by = f" uiterlijk {day_in_words(table.follows_by)}" if table.follows_by else ""
    missing = f"De definitieve sterkteverdeling komt nog{by}." if table.is_provisional else ""
    return _part("sterkte", own + steps, known, missing, also=(Stage.DRAFTS,))


_TELLERS: Final[tuple[Callable[[State], Preparing | None], ...]] = (
    _survey,
    _safety_picture,
    preparing_poll,
    preparing_rounds,
    _themes,
    _strength,
)
"""Each tells of one part, in the order of the procedure."""


def _part(
    about: str, steps: list[Step], known: str, missing: str = "", also: tuple[Stage, ...] = ()
) -> Preparing:
    """Return a part; it is missed in the stages of its steps, or of the themes without a step."""
    stages = {step.stage for step in steps} or set(also) or {Stage.THEMES}
    ids = tuple(step.id for step in steps)
    return Preparing(about, frozenset({*stages, *also}), ids, known, missing)


def _steps(state: State, kind: str) -> list[Step]:
    return [step for step in state.as_opened.steps if closed_by(step) == kind and step.stands]


def highest(ranking: list[Ranked]) -> str:
    """Return who have most votes: three, and who share the last of these places."""
    last = ranking[min(_TOP, len(ranking)) - 1]
    high = [each for each in ranking if each.votes and each.rank <= last.rank]
    return enumeration(shortened([f"{each.name} ({each.votes})" for each in high]))
