"""The body chose the themes. No statute asks for them."""

from gehoord.calendar.dutch import counted
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.reasons import how_to_lift
from gehoord.domain.acts.report import ThemesChosen
from gehoord.domain.checks.order import OUT_OF_ORDER
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.reasoned import reason_for
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Step


@decide.register
def themes_chosen(report: ThemesChosen, state: State) -> Act:
    """Keep the besluit on the themes."""
    if state.is_adopted:
        raise RefusedError("Het plan is al vastgesteld; de thema's veranderen niet meer.")
    number = len(state.besluiten.where(kind=BesluitKind.THEMES)) + 1
    choosing = [step.id for step in state.as_opened.steps if step.chooses_themes]
    actions = [action for step in choosing for action in state.owed(step)]
    besluit = Besluit(
        id=f"{state.id}/themas/{number}",
        dossier=state.id,
        kind=BesluitKind.THEMES,
        by=actions[0].owner if actions else report.by,
        taken_on=report.on,
        text="\n".join(" ".join(theme.split()) for theme in report.themes),
    )
    closed = Changes.replacing((a, a.done(report.on)) for a in actions)
    said = counted(len(report.themes), "thema", "thema's") + " vastgelegd."
    return Act(said, Changes.adding(besluit) + closed)


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
