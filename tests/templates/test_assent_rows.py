# SPDX-License-Identifier: EUPL-1.2
"""The table of those who adopt, on the overview and in the Stand van zaken."""

from gehoord.domain.acts.report import ConditionMade
from gehoord.templates.assent_rows import assent_rows
from gehoord.templates.links import Links
from gehoord.templates.standing.assents import assents
from gehoord.templates.story.forms import offered
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_assenting import ON_CONDITION, WITH_DAY, said
from tests.domain.acts.test_conditions import lifted
from tests.domain.conftest import at as at
from tests.story import ADOPTED

LINKS = Links("http://127.0.0.1:4200", {"melden-voorwaarde-weg": "7"}, {})


def test_each_of_them_stands_in_the_table_with_what_became_of_his_conditions(at: At) -> None:
    story = StoryInMemory(at("final"))
    assert assent_rows(story.state) == ()
    assert assents(story.state, LINKS) == []
    body = ConditionMade(on=ADOPTED, maker="RBOP", text="de begroting", lifted_by="minister")
    story.does(body)
    assert [row.who for row in assent_rows(story.state)] == ["RBOP"]
    story.does(said(WITH_DAY, "Hoorn; afwezig", others=True))
    story.does(said("Texel; schriftelijk; stemt in"))
    again = ON_CONDITION.replace("de wijkagent blijft", "een brief | <b>")
    story.does(said(again))
    [owed] = story.state.open_actions(step="voorwaarde-3")
    form = offered(story.state, owed)[0]
    assert (form.form, form.filled) == (
        "melden-voorwaarde-weg",
        {"dossier": "klein", "voorwaarde": "3 (een brief | <b>)", "door": "korpschef"},
    )
    story.does(lifted(number="3"))
    rows = [(r.who, r.answer, r.condition, r.standing) for r in assent_rows(story.state)]
    assert rows == [
        ("Burgemeester van Haarlem", "stemt in", "", ""),
        ("Burgemeester van Hoorn", "geen instemming", "", ""),
        (
            "Burgemeester van Texel",
            "stemt in onder voorwaarde",
            "2: de wijkagent blijft",
            "vervallen: wie haar stelde, zei later iets anders",
        ),
        (
            "Burgemeester van Texel",
            "",
            "3: een brief | <b>",
            "weggenomen op 4 november 2027: de korpschef zegde de wijkagent toe",
        ),
        ("Hoofdofficier van justitie", "stemt in", "", ""),
        ("RBOP", "", "1: de begroting", "staat open"),
    ]
    heading, _, link, _, table = assents(story.state, LINKS)
    assert heading == "## Wie instemt met het plan"
    assert link.startswith("[Meld dat voorwaarde 1 weg is](http://127.0.0.1:4200/")
    assert r"3: een brief \| \<b\>" in table
