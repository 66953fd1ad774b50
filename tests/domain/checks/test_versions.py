# SPDX-License-Identifier: EUPL-1.2
"""The councils get the ontwerp itself; who reads a later version hears what changed (S003)."""

import pytest

from gehoord.domain.acts.report import Agreed, Corrected, VersionFiled, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.stage import Stage
from tests.domain.acts.circulated import OF_85
from tests.domain.checks.cases import of_code
from tests.sentence import assert_sentence
from tests.story import AGREED, ASKED, FINAL, ONTWERP, Moment, Told


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


def without_file(state: State) -> list[str]:
    found = findings(Case.of_dossier(state, ASKED))
    return [finding.text for finding in of_code("ontwerp-zonder-stuk", found)]


@pytest.mark.parametrize("until", ["ontwerp", "agreed", "asked"])
def test_an_ontwerp_of_which_no_file_is_kept_is_told(told: Told, until: Moment) -> None:
    """A letter alone is nothing to be heard on; it may reach the councils in another way."""
    [text] = without_file(told(until).state)
    assert_sentence(text, "Van versie 1", "geen stuk bewaard", "niet het ontwerp")


def test_before_there_is_an_ontwerp_and_after_the_adoption_none_is_missed(told: Told) -> None:
    assert without_file(told("themes").state) == []
    assert without_file(told("adopted").state) == []


def test_whoever_agrees_or_asks_the_councils_hears_that_the_ontwerp_is_not_with_it(
    told: Told,
) -> None:
    story = told("ontwerp")
    for client in ("regioburgemeester", "hoofdofficier"):
        agreed = Agreed.model_validate({"op": AGREED, "van": client})
        assert "geen stuk bewaard" in story.does(agreed)
    assert "geen stuk bewaard" in story.starts(Stage.HEARING, ASKED)


def test_once_its_file_is_there_nothing_is_missed(told: Told) -> None:
    story = told("ontwerp")
    story.does(VersionFiled(on=ONTWERP, number=1, document=OF_85))
    assert without_file(story.state) == []
    assert "stuk" not in story.does(Agreed(on=AGREED, client="regioburgemeester"))
    story.does(Agreed(on=AGREED, client="hoofdofficier"))
    assert "stuk" not in story.starts(Stage.HEARING, ASKED)


def test_better_words_need_a_file_of_their_own(told: Told) -> None:
    story = told("ontwerp")
    story.does(VersionFiled(on=ONTWERP, number=1, document=OF_85))
    story.does(VersionMade(on=ASKED, step="ontwerp", wording="alleen tikfouten in hoofdstuk 2"))
    assert without_file(story.state) != []
