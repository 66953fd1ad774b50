# SPDX-License-Identifier: EUPL-1.2
"""A proposal is whole and consistent in itself, and knows its steps."""

from datetime import date

import pytest

from gehoord.calendar.offset import Offset
from gehoord.calendar.written import Fixed
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import read_toml
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import StepKind, Window
from tests.conftest import HERE, read_day

KLEIN = (HERE / "klein.toml").read_text()
EENHEID = (HERE / "klein-eenheid.toml").read_text()
Small = tuple[Proposal, Eenheid, str]


def proposal(*changes: tuple[str, str]) -> Proposal:
    text = KLEIN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return read_toml(Proposal, text.encode(), "klein.toml")


def test_the_steps_stand_in_the_order_of_the_file() -> None:
    ids = [step.id for step in proposal().steps]
    assert (ids[0], ids[-1], len(ids)) == ("procesbrief", "jaarverslag", 18)


def test_a_step_is_found_by_its_id_or_what_was_meant_is_named() -> None:
    assert proposal().step("horen").kind is StepKind.HEARING
    with pytest.raises(ProposalError, match=r"'hooren' bestaat niet; bedoelt u 'horen'\?"):
        proposal().step("hooren")


def test_the_adoption_and_the_hearing_are_known_by_their_kind() -> None:
    found = proposal()
    assert found.adoption is not None
    assert found.hearing is not None
    assert (found.adoption.id, found.hearing.id) == ("vaststelling", "horen")


@pytest.mark.parametrize("kind", ["vaststelling", "horen"])
def test_a_step_that_was_replaced_no_longer_counts(kind: str) -> None:
    found = proposal((f'soort = "{kind}"', f'soort = "{kind}"\nvervangen_door = "verwerking"'))
    assert found.of_kind(StepKind(kind)) == ()
    assert (found.adoption if kind == "vaststelling" else found.hearing) is None


def test_a_step_may_wait_for_one_that_counts_from_it() -> None:
    """Order and reckoning are two graphs: the account rests on what is counted back from it."""
    found = proposal(
        ('wanneer = "34 weken voor vaststelling"', 'wanneer = "1 week voor themabrief"'),
        ('wanneer = "2 weken na themas"', "wanneer = 2027-03-25"),
    )
    plan = lay_out(found)
    assert plan["themas"].due_on == read_day("Thu 2027-03-18")
    assert plan["themabrief"].step.after == ("themas",)


@pytest.mark.parametrize("length", [2, 3, 17])
def test_a_circle_of_any_length_is_found_and_told(length: int) -> None:
    found = proposal()
    ring = [s.id for s in found.steps][:length]
    text = KLEIN
    for step in found.steps:
        if step.id in ring:
            after = ring[(ring.index(step.id) + 1) % length]
            head, _, tail = text.partition(f'id = "{step.id}"\n')
            body, mark, rest = tail.partition("[[stap]]")
            body = "\n".join(line for line in body.splitlines() if not line.startswith("na ="))
            text = f'{head}id = "{step.id}"\nna = ["{after}"]\n{body}\n{mark}{rest}'
    with pytest.raises(ProposalError) as refused:
        read_toml(Proposal, text.encode(), "klein.toml")
    told = str(refused.value)
    assert "'na' in een kring" in told
    assert told.count(" -> ") == length


def test_moving_a_step_gives_it_another_last_day_and_leaves_the_rest() -> None:
    before = proposal()
    after = before.moved("vaststelling", read_day("Thu 2027-10-21"))
    moved = after.step("vaststelling").when
    assert isinstance(moved, Fixed)
    assert moved.span.end == read_day("Thu 2027-10-21")
    assert [s for s in after.steps if s.id != "vaststelling"] == [
        s for s in before.steps if s.id != "vaststelling"
    ]
    assert before == proposal()


def test_moving_a_window_keeps_its_first_day() -> None:
    moved = proposal().moved("horen", read_day("Thu 2027-10-14")).step("horen").when
    assert isinstance(moved, Window)
    assert isinstance(moved.start, Offset)
    assert isinstance(moved.end, Fixed)
    assert moved.start.words == "1 dag na verzending"
    assert moved.end.span.end == read_day("Thu 2027-10-14")


def test_moving_to_a_year_that_gehoord_does_not_know_is_refused() -> None:
    with pytest.raises(ProposalError, match="het jaar 2101"):
        proposal().moved("vaststelling", date(2101, 1, 1))


def test_the_frozen_set_is_that_of_the_reference_date(small: Small) -> None:
    gone = EENHEID.replace('naam = "Hoorn"', 'naam = "Hoorn"\ntot_en_met = 2026-12-31')
    new = gone.replace('naam = "Texel"', 'naam = "Texel"\nvan = 2027-01-01')
    eenheid = read_toml(Eenheid, new.encode(), "eenheid.toml")
    assert [m.name for m in small[0].municipalities(eenheid)] == ["Haarlem", "Texel"]
    earlier = proposal(("peildatum = 2027-01-01", "peildatum = 2026-12-31"))
    assert [m.name for m in earlier.municipalities(eenheid)] == ["Haarlem", "Hoorn"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('eenheid = "klein"', 'eenheid = "groot"', "van eenheid 'groot', niet van 'klein'"),
        ('actiehouder = "rbop"', 'actiehouder = "dvo"', "'klein' kent 'dvo' niet ('actiehouder')"),
        ('aan = "korpschef"', 'aan = "or"', "'klein' kent 'or' niet ('aan')"),
    ],
)
def test_a_proposal_fits_its_eenheid(small: Small, old: str, new: str, words: str) -> None:
    small[0].refuse_unknown_owners(small[1])
    with pytest.raises(ProposalError) as refused:
        proposal((old, new)).refuse_unknown_owners(small[1])
    assert words in str(refused.value)


def test_an_eenheid_without_municipalities_that_day_is_refused(small: Small) -> None:
    text = EENHEID.replace("[[gemeente]]", "[[gemeente]]\nvan = 2027-01-02")
    eenheid = read_toml(Eenheid, text.encode(), "eenheid.toml")
    with pytest.raises(
        ProposalError, match="peildatum 1 januari 2027 heeft 'klein' geen gemeenten"
    ):
        small[0].refuse_unknown_owners(eenheid)
