# SPDX-License-Identifier: EUPL-1.2
"""What a unit explains of its plan in its first letter: each part is there or left out (S000)."""

import re
from dataclasses import replace

import pytest

from gehoord.domain.errors import ProposalError
from gehoord.domain.proposal.explanation import Explanation
from gehoord.domain.proposal.ingredient import Focus
from gehoord.domain.proposal.step import Letter
from gehoord.procedures.library import proposal_of as shipped
from gehoord.templates.correspondence import letter
from gehoord.templates.fields import correspondence
from gehoord.templates.paper.pdf import letter_as_pdf
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import OPENED, Small
from tests.templates.written import FULL

INGREDIENT = """
[[uitleg.ingredient]]
product = "Veiligheidsbeeld <b>"
focus = "regionaal"
opstellers = "politie"
"""
BRIDGE = """
[uitleg.overbrugging]
plan = "het IMV 2023"
verlengt = "het IMV 2019-2022"
besloten_door = "het RBOP"
besloten_op = 2021-07-08
themas = ["Cybercrime"]
"""
STRENGTH = """
[uitleg.sterkteverdeling]
besloten_door = "het RBOP"
besloten_op = 2022-04-21
"""
POINTS = """
[uitgangspunten]
reikwijdte = "Wat de hele eenheid aangaat."
hoogstens_themas = 4

[[uitgangspunten.punt]]
naam = "Kort <krachtig>"
tekst = "Het plan is een hulpmiddel"
"""
HEADINGS = {
    INGREDIENT: "ingredienten",
    BRIDGE: "overbrugging",
    STRENGTH: "sterkte",
    POINTS: "uitgangspunten",
}


def explained(small: Small, tables: str) -> str:
    return small[2].replace("\n[herinneringen]", f"{tables}\n[herinneringen]", 1)


def first_letter(small: Small, tables: str) -> str:
    text = explained(small, tables)
    story = StoryInMemory()
    story.opens((proposal_of(text), small[1], text))
    return letter(Letter.PROCESS, correspondence(story.state, OPENED)).letter


def test_the_plan_of_2024_explains_what_its_letter_explained() -> None:
    told = shipped("noord-holland/imv-2024-2027")[0].explanation
    assert told.bridge is not None
    assert len(told.bridge.themes) == 4
    assert [one.focus for one in told.ingredients] == [
        Focus.LOCAL,
        Focus.REGIONAL,
        *[Focus.NATIONAL] * 4,
    ]


@pytest.mark.parametrize("table", HEADINGS)
def test_a_part_stands_in_the_letter_and_the_others_are_left_out(small: Small, table: str) -> None:
    html = first_letter(small, table)
    found = set(re.findall(r'<h2 id="(\w+)">', html))
    assert found & set(HEADINGS.values()) == {HEADINGS[table]}
    assert letter_as_pdf(html, OPENED).startswith(b"%PDF")


def test_without_it_the_letter_says_what_holds_for_every_plan(small: Small) -> None:
    assert small[0].explanation == Explanation()
    html = first_letter(small, "")
    assert "gaat over hoofdlijnen" in html
    assert not set(re.findall(r'<h2 id="(\w+)">', html)) & set(HEADINGS.values())


def test_its_own_words_stand_in_paragraphs_and_are_never_code(small: Small) -> None:
    own = '\n[uitleg]\nkarakter = """\nEen hulpmiddel.\n\nGeen <doel> op zich."""\n'
    html = first_letter(small, own + INGREDIENT)
    assert "<p>Een hulpmiddel.</p>\n<p>Geen &lt;doel&gt; op zich.</p>" in html
    assert "Veiligheidsbeeld &lt;b&gt;" in html
    assert "gaat over hoofdlijnen" not in html


def test_who_was_asked_before_to_keep_time_free_is_not_asked_as_if_it_were_new() -> None:
    """S001: "Uw burgemeester en griffie zijn verzocht om [...] tijd te reserveren"."""
    asked = letter(Letter.THEMES, replace(FULL, time_asked=True)).letter
    assert "Eerder vroeg ik uw griffie om alvast tijd te reserveren" in asked
    assert "Ik vraag uw griffie om alvast tijd" in letter(Letter.THEMES, FULL).letter


def test_the_starting_points_stand_in_the_first_letter_and_are_never_code(small: Small) -> None:
    html = first_letter(small, POINTS)
    assert "<p>Welke onderwerpen horen in het plan? Wat de hele eenheid aangaat.</p>" in html
    assert "<p>Het plan heeft hoogstens vier thema" in html
    assert "<li>Kort &lt;krachtig&gt;: Het plan is een hulpmiddel.</li>" in html


def test_the_clients_say_where_they_consult_the_other_burgemeesters(small: Small) -> None:
    html = first_letter(small, '\n[opdracht]\nafstemming = ["de V10", "het RBOP"]\n')
    assert "stemmen met hen af in de V10 en het RBOP." in html


@pytest.mark.parametrize(
    ("table", "wrong", "named"),
    [
        (INGREDIENT, ("regionaal", "provinciaal"), "focus"),
        (BRIDGE, ("verlengt", "verlengd"), "verlengd"),
        (STRENGTH, ("besloten_op = 2022-04-21", ""), "besloten_op"),
    ],
)
def test_what_it_does_not_ask_or_lacks_is_refused_by_name(
    small: Small, table: str, wrong: tuple[str, str], named: str
) -> None:
    with pytest.raises(ProposalError, match=named):
        proposal_of(explained(small, table.replace(*wrong)))
