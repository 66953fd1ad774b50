# SPDX-License-Identifier: EUPL-1.2
"""The overview of one dossier, for who may read all of it and changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import counted, day_in_words, full_day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.safety_picture import newest_picture
from gehoord.domain.dossier.ever_there import hearings_ever_there
from gehoord.domain.dossier.kept_letter import KeptLetter
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.tile_map import TileMap, tiles_of
from gehoord.domain.learned.practice import Practice
from gehoord.domain.outgoing.council_standing import standing_councils
from gehoord.domain.outgoing.courses import StepCourse, courses_of
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.templates.assent_rows import PresenceRow, assent_rows
from gehoord.templates.chosen_themes import ChosenThemes, chosen_themes
from gehoord.templates.desk.judged import JudgedPart, judged_part
from gehoord.templates.desk.overview_links import RowLink, RowLinks
from gehoord.templates.desk.overview_rows import (
    CouncilRow,
    LateRow,
    MailRow,
    RequestRow,
    StageRow,
    council_rows,
    late_rows,
    mail_rows,
    request_rows,
    stage_rows,
)
from gehoord.templates.desk.overview_steps import (
    StageSteps,
    days_in_words,
    kept_to_plan,
    stage_steps,
)
from gehoord.templates.desk.overview_waiting import WaitingRow, waiting_rows
from gehoord.templates.desk.past import PastPart, past_part
from gehoord.templates.desk.tiles import CouncilMap, council_map
from gehoord.templates.desk.timeline import Timeline, timeline
from gehoord.templates.links import Links
from gehoord.templates.newest_strength import StrengthPart, newest_strength
from gehoord.templates.poll import PollPart, newest_poll
from gehoord.templates.rounds import RoundPart, round_part
from gehoord.templates.standing.councils import heard_in_words
from gehoord.templates.standing.late import MOST_DAYS, MOST_LATE, asked_on_day
from gehoord.templates.standing.lately import done_in_words
from gehoord.templates.standing.safety_picture import UNKNOWN_THEMES
from gehoord.templates.told_drafts import ToldDrafts, told_drafts
from gehoord.templates.told_path import ToldPath, told_paths
from gehoord.templates.told_sessions import ToldSessions, told_sessions
from gehoord.templates.told_survey import ToldSurvey, told_survey


@dataclass(frozen=True, slots=True)
class ToldPicture:
    """A safety picture: who made it and when, and its themes."""

    made: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """What the reader sees, from top to bottom; all text already in Dutch words.

    Attributes:
        on: the day of it.
        essence: what counts, in a few short sentences.
        coming: what is due on the first days to come: the day, and what.
        requests: what parties asked and the adviser did not answer yet.
        waiting: what waits for whom.
        kept_to_plan: how many steps were done by the plan; empty while nothing is done.
        commission: who commissions the plan and who writes it: what, and who.
        poll: its newest count, if there is one.
        rounds: the list that bodies choose from, with who chose what.
        survey: the local priorities of municipalities, and their safety plans.
        picture: the newest safety picture of the unit, if there is one.
        sessions: at which people were told of it, with how many came.
        themes: those that were chosen, what is still explored, and the starting points.
        drafts: each version, what was answered on it, and what was promised to follow; and how far
            the uitvoeringsplannen of each year are.
        strength: the newest sterkteverdeling, if there is one.
        councils_heard: how many councils were heard; ``paths`` where each is on its way.
        assents: what each of those who adopt said of the plan, with his conditions.
        late: the oldest of it; ``late_beside`` is how much more there is.
        mail: who has no address, and what did not arrive; with the form for it.
        mail_waiting: how many messages are still to leave; ``is_practice`` when none ever does.
        lately: what was recorded last: the day, and what.
        past: earlier procedures of the unit.
        until: the last day of the link to it; empty where no such link was used.
        back: the page from which its reader came, if there is one.
    """

    plan: str
    eenheid: str
    on: str
    essence: tuple[str, ...]
    stages: tuple[StageRow, ...]
    late: tuple[LateRow, ...]
    late_beside: int
    coming: tuple[tuple[str, str], ...]
    requests: tuple[RequestRow, ...]
    waiting: tuple[WaitingRow, ...]
    timeline: Timeline | None
    kept_to_plan: str
    steps: tuple[StageSteps, ...]
    commission: tuple[tuple[str, str], ...]
    survey: ToldSurvey
    picture: ToldPicture | None
    sessions: ToldSessions
    themes: ChosenThemes
    poll: PollPart | None
    rounds: RoundPart | None
    drafts: ToldDrafts
    strength: StrengthPart | None
    councils_heard: str
    councils: tuple[CouncilRow, ...]
    paths: tuple[ToldPath, ...]
    map: CouncilMap | None
    assents: tuple[PresenceRow, ...]
    mail: tuple[MailRow, ...]
    mail_waiting: int
    is_practice: bool
    mail_links: tuple[RowLink, ...]
    judged: JudgedPart
    lately: tuple[tuple[str, str], ...]
    past: PastPart | None
    until: str
    back: RowLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an overview has from outside its dossier.

    Attributes:
        path: at which it stands, with its key.
        letters: those that left or are to leave.
        board: the pages of Prefect; nothing when the reader cannot reach them.
        maps: the tile maps to choose from.
        past: what earlier procedures of the unit teach.
        until: the last day of the link to it; nothing where no such link was used.
        back: the page from which its reader came, if there is one.
    """

    path: str
    letters: Sequence[KeptLetter]
    board: Links | None
    maps: Sequence[TileMap]
    past: Practice
    until: date | None
    back: RowLink | None


def overview_page(affairs: StateOfAffairs, around: Surroundings) -> OverviewPage:
    """Return the overview of a dossier as it stands, on the day of which its affairs are known."""
    state, on, links = affairs.state, affairs.on, _links(affairs, around)
    courses, councils = courses_of(state, on), standing_councils(state, on, affairs.missed)
    return OverviewPage(
        plan=one_line(state.proposal.title),
        eenheid=one_line(state.dossier.eenheid_name),
        on=full_day_in_words(on),
        essence=_essence(affairs),
        stages=tuple(stage_rows(affairs, links)),
        late=tuple(late_rows(affairs, links)),
        late_beside=max(len(affairs.late) - MOST_LATE, 0),
        coming=_coming(affairs),
        requests=tuple(request_rows(state, links)),
        waiting=tuple(waiting_rows(affairs, names(state))),
        timeline=timeline(courses, on),
        kept_to_plan=_kept_to_plan(courses),
        steps=tuple(stage_steps(courses, names(state), links, on)),
        commission=_commission(state),
        survey=told_survey(state),
        picture=_picture(state),
        sessions=told_sessions(state),
        themes=chosen_themes(state),
        poll=newest_poll(state),
        rounds=round_part(state),
        drafts=told_drafts(state, on),
        strength=newest_strength(state),
        councils_heard=heard_in_words(state) if councils else "",
        councils=tuple(council_rows(affairs, councils, links)),
        paths=told_paths(state, on, affairs.missed),
        assents=assent_rows(state),
        map=council_map(councils, tiles_of(around.maps, _codes(state))),
        mail_links=links.of_form("Een adres melden", "melden-adres", {"dossier": state.id}),
        mail=tuple(mail_rows(affairs, links)),
        mail_waiting=sum(message.waits for message in affairs.mail),
        is_practice=state.dossier.mode is not Mode.LIVE,
        judged=judged_part(affairs, links),
        lately=_lately(affairs),
        past=past_part(around.past, state.dossier.title, on),
        until=day_in_words(around.until) if around.until else "",
        back=around.back,
    )


def _links(affairs: StateOfAffairs, around: Surroundings) -> RowLinks:
    return RowLinks(affairs.state, around.path, around.letters, around.board)


def _commission(state: State) -> tuple[tuple[str, str], ...]:
    return tuple((what, one_line(who)) for what, who in state.proposal.commission.lines)


def _picture(state: State) -> ToldPicture | None:
    picture = newest_picture(state)
    if picture is None:
        return None
    unknown = "" if picture.themes else f" {UNKNOWN_THEMES}"
    made = f"Van {one_line(picture.maker)}, {day_in_words(picture.made_on)}.{unknown}"
    return ToldPicture(made, tuple(map(one_line, picture.themes)))


def _codes(state: State) -> list[str]:
    """Return the codes of the councils, those that exist first."""
    ordered = sorted(
        hearings_ever_there(state), key=lambda hearing: (not hearing.is_owed, hearing.name)
    )
    return [hearing.municipality for hearing in ordered]


def _essence(affairs: StateOfAffairs) -> tuple[str, ...]:
    """Return what is late, how many councils were heard, and when the plan is adopted."""
    state, late = affairs.state, len(affairs.late)
    said = [f"{counted(late, 'actie is', 'acties zijn')} te laat" if late else "Niets is te laat"]
    if state.hearings:
        said.append(heard_in_words(state))
    return (*said, *_adoption(state))


def _adoption(state: State) -> tuple[str, ...]:
    if state.adoption:
        return (f"Vastgesteld op {day_in_words(state.adoption.taken_on)}",)
    step = state.proposal.adoption
    planned = state.plan[step.id].days if step else None
    return (f"Vaststelling: {days_in_words(planned)}",) if planned else ()


def _kept_to_plan(courses: Sequence[StepCourse]) -> str:
    """Return how far this procedure kept to its plan; empty while nothing is done."""
    offs = [course.off_plan for course in courses if course.off_plan is not None]
    return kept_to_plan(offs) if offs else ""


def _coming(affairs: StateOfAffairs) -> tuple[tuple[str, str], ...]:
    return tuple(
        (full_day_in_words(day), one_line(asked_on_day(affairs.state, actions)))
        for day, actions in affairs.coming(MOST_DAYS)
    )


def _lately(affairs: StateOfAffairs) -> tuple[tuple[str, str], ...]:
    return tuple((day_in_words(each.on), one_line(done_in_words(each))) for each in affairs.lately)
