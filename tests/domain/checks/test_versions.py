"""Who reads a later version of the plan hears what changed in it (S003)."""

from gehoord.domain.acts.report import Corrected, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.state import State
from tests.domain.checks.cases import of_code
from tests.story import ASKED, FINAL, Told


def said(state: State) -> list[str]:
    found = findings(Case.of_dossier(state, FINAL))
    return [finding.text for finding in of_code("verandering-niet-gezegd", found)]


def test_a_first_version_has_nothing_to_tell(told: Told) -> None:
    assert said(told("ontwerp").state) == []


def test_a_later_version_says_what_changed(told: Told) -> None:
    story = told("asked")
    story.does(VersionMade(on=ASKED, step="ontwerp"))
    assert said(story.state) == [
        "Van versie 2 ('ontwerp opleveren') is niet gezegd wat er veranderde ten opzichte van "
        "versie 1."
    ]
    story.does(VersionMade(on=ASKED, step="ontwerp", changed="De wijkagenten zijn verdeeld."))
    assert said(story.state) == []


def test_better_words_alone_say_why_already(told: Told) -> None:
    story = told("asked")
    why = "alleen tikfouten in hoofdstuk 2 verbeterd"
    story.does(VersionMade(on=ASKED, step="ontwerp", wording=why))
    assert said(story.state) == []


def test_a_version_that_was_taken_back_is_none(told: Told) -> None:
    story = told("asked")
    story.does(VersionMade(on=ASKED, step="ontwerp"))
    story.does(Corrected(on=ASKED, step="ontwerp", reason="dit was het verkeerde stuk"))
    assert said(story.state) == []


def test_once_adopted_it_is_over(told: Told) -> None:
    assert said(told("adopted").state) == []
