# SPDX-License-Identifier: EUPL-1.2
"""More themes than was agreed, a theme without a ground, and one that is still explored."""

from datetime import date
from typing import Any

from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.theme import Theme, ThemeGround
from gehoord.domain.finding import Severity
from tests.domain.checks.cases import changed, done, holding, of_code, opened

CHOSEN = date(2027, 3, 11)
FOUR = "[uitgangspunten]\nhoogstens_themas = 1\n\n[[stap]]"
AGREED = changed(("[[stap]]", FOUR))
GROUND = (ThemeGround.DISPLACEMENT,)


def chosen(*themes: Theme, text: str = AGREED) -> State:
    besluit = Besluit(
        id="klein/themas/1",
        dossier="klein",
        kind=BesluitKind.THEMES,
        by="rbop",
        taken_on=CHOSEN,
        text="\n".join(theme.name for theme in themes if not theme.is_explored),
        themes=themes,
    )
    return holding(opened(text), besluiten=[besluit])


def found(code: str, state: State, on: date = CHOSEN) -> list[tuple[Any, ...]]:
    seen = of_code(code, findings(Case.of_dossier(state, on)))
    return [(finding.severity, finding.steps, finding.text) for finding in seen]


def test_more_themes_than_the_proposal_allows_ask_for_a_reason() -> None:
    """S003: "Het plan bevat maximaal 4 thema's"."""
    one, two = Theme(name="Drugs", grounds=GROUND), Theme(name="Fraude", grounds=GROUND)
    assert found("te-veel-themas", chosen(one)) == []
    text = "Er zijn 2 thema's gekozen; volgens het procesvoorstel hoogstens 1."
    assert found("te-veel-themas", chosen(one, two)) == [(Severity.REASON, ("themas",), text)]
    explored = two.model_copy(update={"explored_until": "vaststelling"})
    assert found("te-veel-themas", chosen(one, explored)) == []


def test_a_theme_without_a_ground_is_told_where_something_was_agreed_or_others_have_one() -> None:
    with_one, without = Theme(name="Drugs", grounds=GROUND), Theme(name="Fraude")
    text = "Van dit thema is geen grond vastgelegd: Fraude."
    said = [(Severity.WARN, ("themas",), text)]
    assert found("thema-zonder-grond", chosen(without)) == said
    assert found("thema-zonder-grond", chosen(with_one)) == []
    nothing_agreed = changed()
    assert found("thema-zonder-grond", chosen(without, text=nothing_agreed)) == []
    assert found("thema-zonder-grond", chosen(with_one, without, text=nothing_agreed)) == said


def test_a_theme_is_explored_until_the_meeting_that_decides_on_it() -> None:
    """S001: the RBOP of 15 June was to decide on Zorg en Veiligheid."""
    zorg = Theme(name="Zorg", explored_until="vaststelling")
    state = chosen(Theme(name="Drugs", grounds=GROUND), zorg)
    assert found("verkenning-open", state, date(2027, 11, 4)) == []
    [(severity, steps, text)] = found("verkenning-open", state, date(2027, 11, 5))
    assert (severity, steps) == (Severity.WARN, ("vaststelling",))
    assert text.startswith("Over het thema Zorg zou worden besloten in 'beleidsplan vaststellen'")
    held = done(state, "vaststelling", date(2027, 11, 4))
    assert len(found("verkenning-open", held, date(2027, 11, 4))) == 1


def test_a_theme_that_is_explored_until_after_the_ontwerp_is_told() -> None:
    """S001: a fifth theme was discussed on the day on which the 90% version had to be ready."""
    drugs = Theme(name="Drugs", grounds=GROUND)
    late = Theme(name="Zorg", explored_until="vaststelling")
    assert found("thema-nog-open", chosen(drugs)) == []
    [(severity, steps, text)] = found("thema-nog-open", chosen(drugs, late))
    assert (severity, steps) == (Severity.WARN, ("vaststelling", "ontwerp"))
    assert "Dan moet het ontwerp al klaar zijn" in text
