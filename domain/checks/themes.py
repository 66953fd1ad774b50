# SPDX-License-Identifier: EUPL-1.2
"""Are the themes as many as was agreed, and is it known why each is in the plan?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.finding import Severity

CHECKS = Checks()


@CHECKS.add(
    "te-veel-themas",
    Severity.REASON,
    mistake=None,
    practice="S003: 'Kort en krachtig (4 thema's). Het plan bevat maximaal 4 thema's'",
    offices=(REGIOBURGEMEESTER,),
    remedy="Kies minder thema's, of spreek een ander aantal af.",
    in_dossier="Leg minder thema's vast (gehoord record themas).",
)
def too_many_themes(case: Case) -> Iterator[Observation]:
    """More themes were chosen than the proposal allows."""
    chosen, most = _chosen(case), case.proposal.most_themes
    if chosen and most and len(chosen.chosen_themes) > most:
        there = counted(len(chosen.chosen_themes), "thema", "thema's")
        yield _steps(case), f"Er zijn {there} gekozen; volgens het procesvoorstel hoogstens {most}."


@CHECKS.add(
    "thema-zonder-grond",
    Severity.WARN,
    mistake=None,
    practice="S003 en S004: redenen om een onderwerp in het plan van de eenheid op te nemen",
    remedy="Schrijf bij elk thema op waarom het om een aanpak van de hele eenheid vraagt.",
    in_dossier="Leg de thema's opnieuw vast, met bij elk thema een grond (gehoord record themas "
    "--gronden).",
)
def theme_without_ground(case: Case) -> Iterator[Observation]:
    """Of a theme it is not known why it is in the plan, where starting points or others say so.

    Where grounds are kept of no theme, and nothing was agreed, nobody is asked for them.
    """
    chosen = _chosen(case)
    themes = chosen.chosen_themes if chosen else ()
    if not case.proposal.starting_points.are_given and not any(t.has_ground for t in themes):
        return
    if without := [theme.name for theme in themes if not theme.has_ground]:
        whose = "dit thema" if len(without) == 1 else "deze thema's"
        yield _steps(case), f"Van {whose} is geen grond vastgelegd: {enumeration(without)}."


@CHECKS.add(
    "verkenning-open",
    Severity.WARN,
    mistake=None,
    practice="S001: over Zorg en Veiligheid wordt besloten in het RBOP van 15 juni 2023",
    remedy="Besluit over het thema, of spreek af waar het terugkomt.",
    in_dossier="Leg vast wat is besloten, of tot welke vergadering het thema verder wordt verkend "
    "(gehoord record verkenning).",
)
def still_explored(case: Case) -> Iterator[Observation]:
    """The meeting that was to decide on a theme is past, and it is still explored."""
    chosen = _chosen(case)
    for theme in chosen.explored_themes if chosen else ():
        planned = case.plan[theme.explored_until]
        if case.is_done(planned) or case.is_late(planned):
            yield (
                (planned.id,),
                f"Over het thema {theme.name} zou worden besloten in '{planned.step.title}' "
                f"({planned.words}); dat is voorbij, en een besluit is niet vastgelegd.",
            )


def _chosen(case: Case) -> Besluit | None:
    return case.state.themes() if case.state and not case.state.is_adopted else None


def _steps(case: Case) -> tuple[str, ...]:
    return tuple(step.id for step in case.proposal.steps if step.chooses_themes and step.stands)
