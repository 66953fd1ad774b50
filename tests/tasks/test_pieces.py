# SPDX-License-Identifier: EUPL-1.2
"""An archive holds each besluit as a document, with who took it, and free to be used."""

from datetime import date

from gehoord.domain.acts.report import Corrected, Instructed, PartAdopted, PlanChanged, VersionMade
from gehoord.domain.dossier.document import Document
from gehoord.tasks.file_names import FileNames
from gehoord.tasks.pieces import besluiten
from gehoord.templates.mdto.came_with import is_public
from gehoord.templates.papers_of_besluiten import besluiten_to_sign
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_deciding import ADOPTED_PROVISIONALLY
from tests.domain.acts.test_jaarverslagen import ADOPTED_ON, over
from tests.domain.conftest import at as at
from tests.story import ADOPTED, FINAL, ONE_DAY, adopted
from tests.tables_of_strength import SMALL, read, reported

PDF = Document(name="plan.pdf", content=b"%PDF-1.7 plan")


def test_the_archive_holds_every_besluit_that_was_taken_as_a_document(at: At) -> None:
    story = StoryInMemory(at("heard"))
    on = date(2029, 5, 11)
    assert list(besluiten(story.state, on, FileNames())) == []
    assert [(p.key, p.taken) for p in besluiten_to_sign(story.state, on)] == [("besluit", None)]
    for report in (*ADOPTED_PROVISIONALLY, reported(read(SMALL), ADOPTED, "definitief")):
        story.does(report)
    drafts = [p.key for p in besluiten_to_sign(story.state, on) if not p.taken]
    assert drafts == ["besluit-onderdeel", "besluit-jaarverslag-2028"]
    story.does(PartAdopted(on=ADOPTED, basis="39-2", hoofdofficier=True, document=PDF))
    for day in (1, 2):
        at_day = ADOPTED + day * ONE_DAY
        story.does(Instructed(on=at_day, heard_on=at_day, text="Neem de doelen op."))
        story.does(PlanChanged(on=at_day, basis="aanwijzing", document=PDF))
    story.does(over())
    found = {piece.key: piece for piece in besluiten(story.state, on, FileNames())}
    assert list(found) == [
        "besluit",
        "besluit-onderdeel",
        "besluit-wijziging-1",
        "besluit-wijziging-2",
        "besluit-jaarverslag-2028",
    ]
    assert all(piece.is_public for piece in found.values())
    [_, approved] = sorted(found["besluit-onderdeel"].happenings, key=lambda h: h.kind != "Creatie")
    assert (approved.kind, approved.at, approved.by) == (
        "Accordering",
        ADOPTED,
        "regioburgemeester",
    )
    of_year = found["besluit-jaarverslag-2028"].files[0].content.decode()
    assert f"Besloten op 10 mei {ADOPTED_ON.year}" in of_year
    for number in (1, 2):
        text = found[f"besluit-wijziging-{number}"].files[0].content.decode()
        assert f"Besloten op {4 + number} november 2027" in text
    adopted_texts = [v for v in story.state.versions if is_public(v, story.state)]
    assert [v.number for v in adopted_texts] == [1, 2, 3, 4, 5]


def test_the_text_that_was_adopted_is_public_though_it_only_corrects_another(at: At) -> None:
    story = StoryInMemory(at("heard"))
    story.does(VersionMade(on=FINAL, step="definitief"))
    corrected = VersionMade(
        on=FINAL, step="definitief", wording="drie spelfouten en een zin", document=PDF
    )
    story.does(corrected)
    story.does(adopted())
    assert story.state.final
    assert is_public(story.state.final, story.state)
    back = Corrected(on=ADOPTED, step="vaststelling", reason="dat was een ander plan")
    story.does(back)
    assert not is_public(story.state.final, story.state)
