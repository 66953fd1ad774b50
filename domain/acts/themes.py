# SPDX-License-Identifier: EUPL-1.2
"""The body chose the themes. No statute asks for them."""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.reasons import how_to_lift
from gehoord.domain.acts.report import ThemeExplored, ThemesChosen
from gehoord.domain.acts.reports_of_themes import ExploredOutcome
from gehoord.domain.acts.theme_lines import themes_of
from gehoord.domain.checks.order import OUT_OF_ORDER
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.poll import latest_poll
from gehoord.domain.dossier.poll_basis import unclear_bases
from gehoord.domain.dossier.reasoned import reason_for
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.theme import Theme
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Step


@decide.register
def themes_chosen(report: ThemesChosen, state: State) -> Act:
    """Keep the besluit on the themes, and close the step in which they were to be chosen."""
    _refuse_after_adoption(state)
    _refuse_before_what_counts(state, report.on)
    choosing = [step.id for step in state.as_opened.steps if step.chooses_themes]
    actions = [action for step in choosing for action in state.owed(step)]
    themes = themes_of(report)
    for theme in themes:
        if theme.is_explored:
            _refuse_no_meeting_to_come(state, theme.explored_until, "verkend")
    besluit = _besluit(state, themes, actions[0].owner if actions else report.by, report.on)
    besluit = besluit.model_copy(update={"advised_by": " ".join(report.advised_by.split())})
    changes = Changes.adding(besluit) + Changes.replacing((a, a.done(report.on)) for a in actions)
    said = [
        counted(len(report.themes), "thema", "thema's") + " vastgelegd.",
        *(_said_of_explored(state, theme) for theme in besluit.explored_themes),
        _said_of_too_many(state, besluit),
        *_said_of_unclear(state, themes),
    ]
    return Act(" ".join(filter(None, said)), changes)


@decide.register
def theme_explored(report: ThemeExplored, state: State) -> Act:
    """Keep what was decided on a theme that was explored: another besluit takes the former over."""
    _refuse_after_adoption(state)
    _refuse_before_what_counts(state, report.on)
    former, theme = _explored_theme(state, report.theme)
    others = [t for t in former.explored_themes if t != theme]
    chosen = list(former.chosen_themes)
    if report.outcome is ExploredOutcome.THEME:
        chosen.append(theme.model_copy(update={"explored_until": ""}))
    if report.outcome is ExploredOutcome.FURTHER:
        others.append(_explored_further(report, state, theme))
    besluit = _besluit(state, (*chosen, *others), former.by, report.on)
    besluit = besluit.model_copy(update={"advised_by": former.advised_by})
    said = [
        f"Vastgelegd: {theme.name} {report.outcome}.",
        *(_said_of_explored(state, t) for t in others if t.name == theme.name),
        _said_of_too_many(state, besluit),
    ]
    return Act(" ".join(filter(None, said)), Changes.adding(besluit))


def _besluit(state: State, themes: tuple[Theme, ...], by: str, on: date) -> Besluit:
    number = len(state.besluiten.where(kind=BesluitKind.THEMES)) + 1
    return Besluit(
        id=f"{state.id}/themas/{number}",
        dossier=state.id,
        kind=BesluitKind.THEMES,
        by=by,
        taken_on=on,
        text="\n".join(theme.name for theme in themes if not theme.is_explored),
        themes=themes,
    )


def _refuse_after_adoption(state: State) -> None:
    if state.is_adopted:
        raise RefusedError("Het plan is al vastgesteld; de thema's veranderen niet meer.")


def _refuse_before_what_counts(state: State, on: date) -> None:
    """Refuse a besluit of before the one that counts: it would be kept, and never count."""
    former = state.themes()
    if former and on < former.taken_on:
        raise RefusedError(
            f"De thema's die nu gelden, zijn van {day_in_words(former.taken_on)}. Een besluit van "
            f"{day_in_words(on)} zou niet gelden. Verbeter de dag, of neem eerst de thema's van "
            "daarna terug (gehoord record herstel --melding themas).",
            field="op",
        )


def _explored_theme(state: State, said: str) -> tuple[Besluit, Theme]:
    """Return the besluit that counts now, and the theme in it that is still explored."""
    former = state.themes()
    names = [theme.name for theme in former.explored_themes] if former else []
    if former is None or not names:
        raise RefusedError(
            "Er is geen thema dat nog wordt verkend. Leg de gekozen thema's vast als 'themas'."
        )
    for theme in former.explored_themes:
        if folded(theme.name) == folded(said):
            return former, theme
    raise RefusedError(unknown(f"'{said}' wordt niet verkend", said, names), field="thema")


def _explored_further(report: ThemeExplored, state: State, theme: Theme) -> Theme:
    if report.until is None:
        raise RefusedError(
            f"Noem de stap waarin {theme.name} terugkomt (tot): anders weet niemand wanneer erover "
            "wordt besloten.",
            field="tot",
        )
    if report.until == theme.explored_until:
        raise RefusedError(
            f"{theme.name} wordt al verkend tot die stap. Verplaats de stap (gehoord move), of "
            "noem een latere.",
            field="tot",
        )
    _refuse_no_meeting_to_come(state, report.until, "tot")
    return theme.model_copy(update={"explored_until": report.until})


def _refuse_no_meeting_to_come(state: State, name: str, field: str) -> None:
    """Refuse to explore until what is no meeting, or is over: nobody would decide there."""
    meetings = meetings_on_themes(state)
    if name in meetings:
        return
    if not meetings:
        raise RefusedError(
            "In het plan staat geen vergadering meer waarin over een thema kan worden besloten.",
            field=field,
        )
    raise RefusedError(
        unknown(f"'{name}' is geen vergadering die nog komt", name, meetings), field=field
    )


def meetings_on_themes(state: State) -> list[str]:
    """Return the meetings to come in which can be decided on a theme that is explored.

    The one that chooses the themes is over once they are chosen; after the adoption the themes
    change no more.
    """
    adoption = state.as_opened.adoption
    last = state.plan[adoption.id] if adoption else None
    return [
        step.id
        for step in state.as_opened.steps
        if step.kind.is_held
        and not step.chooses_themes
        and state.owed(step.id)
        and not (last and _is_after(state.plan[step.id], last))
    ]


def _is_after(planned: PlannedStep, adoption: PlannedStep) -> bool:
    if planned.step.stage is Stage.ACCOUNT:
        return True
    return planned.has_day and adoption.has_day and planned.due_on > adoption.due_on


def _said_of_explored(state: State, theme: Theme) -> str:
    planned = state.plan[theme.explored_until]
    day = f" ({planned.words})" if planned.has_day else ""
    said = f"{theme.name} wordt nog verkend, tot '{planned.step.title}'{day}."
    return f"{said} {_said_of_ontwerp_before(state, planned)}".strip()


def _said_of_ontwerp_before(state: State, meeting: PlannedStep) -> str:
    """Return that the ontwerp is due by a meeting that still decides on a theme, if it is."""
    due = [p for p in state.plan.steps if p.step.is_ontwerp and p.step.stands and p.has_day]
    if not meeting.has_day or not due or meeting.due_on < due[-1].due_on:
        return ""
    return f"Let op: dan moet het ontwerp al klaar zijn ({due[-1].words}); kies een eerdere."


def _said_of_too_many(state: State, besluit: Besluit) -> str:
    most = state.as_opened.most_themes
    if most is None or len(besluit.chosen_themes) <= most:
        return ""
    return f"Let op: volgens het procesvoorstel zijn het er hoogstens {most}."


def _said_of_unclear(state: State, themes: tuple[Theme, ...]) -> Iterator[str]:
    if poll := latest_poll(state.polls):
        yield from unclear_bases(themes, poll)


def refuse_before_themes(state: State) -> None:
    """Refuse to make drafts while the procesvoorstel still waits for its themes.

    No statute asks for themes, nor for their order: a reason lifts it.

    Raises:
        RefusedError: names the step in which they are chosen.
    """
    choosing = [
        step
        for step in state.as_opened.steps
        if step.chooses_themes and step.stands and not state.has_lapsed(step.id)
    ]
    if not choosing or state.themes():
        return
    early = _draft_resting_on(choosing[0], state)
    if not reason_for(state, OUT_OF_ORDER, [early]):
        raise RefusedError(
            f"De thema's zijn nog niet gekozen (procesvoorstel, stap '{choosing[0].id}'). Leg "
            "eerst vast welke thema's zijn gekozen, of "
            f"{how_to_lift(state, OUT_OF_ORDER, early)}.",
            finding=OUT_OF_ORDER,
        )


def _draft_resting_on(themes: Step, state: State) -> str:
    """Return the first draft that comes too early without themes; else where they are chosen."""
    drafts = [step for step in state.as_opened.steps if step.stage is Stage.DRAFTS and step.stands]
    return next((step.id for step in drafts if themes.id in step.after), themes.id)
