# SPDX-License-Identifier: EUPL-1.2
"""What a word processor leaves in a file is named by line and character, with what to do."""

import pytest

from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from tests.conftest import HERE

KLEIN = (HERE / "klein.toml").read_text()


def refusal(text: str | bytes) -> str:
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(ProposalError) as refused:
        read_toml(Proposal, content, "klein.toml")
    return str(refused.value)


def changed(old: str, new: str) -> str:
    assert old in KLEIN
    return KLEIN.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        (
            changed('= "klein"', "= \u201cklein\u201d"),
            "regel 3, teken 11",
            "gekruld aanhalingsteken",
        ),
        (changed('= "klein"', "= \u2018klein\u2019"), "regel 3, teken 11", "recht aanhalingsteken"),
        (changed('= "klein"', '= "klein\u201d'), "regel 3, teken 17", "gekruld aanhalingsteken"),
        (changed("eenheid = ", "eenheid\u00a0= "), "regel 3, teken 8", "een gewone spatie"),
        (changed("eenheid = ", "eenheid =\u2009"), "regel 3, teken 10", "een gewone spatie"),
        (changed("eenheid = ", "\u200beenheid = "), "regel 3, teken 1", "niet te zien"),
        (changed("eenheid = ", "\ufeffeenheid = "), "regel 3, teken 1", "niet te zien"),
        (changed('"klein"', '"kle\u200bin"'), "regel 3, teken 15", "niet te zien"),
        (changed('"klein"', '"\u202eklein"'), "regel 3, teken 12", "niet te zien"),
        (changed("2027-01-01", "2027\u201301\u201301"), "teken 17", "gewoon streepje"),
        (changed("[42, 14", "[\u201e42\u201d, 14"), "regel", "gekruld aanhalingsteken"),
        (KLEIN.replace("\n", "\r"), "regel 1", "oud regeleinde"),
        (changed("[beleidsplan]\n", "[beleidsplan]\r"), "regel", "oud regeleinde"),
        (changed('= "klein"', '= "klein"\u2028'), "regel 3, teken 18", "oud regeleinde"),
    ],
)
def test_an_odd_character_is_named_by_its_place(text: str, place: str, says: str) -> None:
    for content in (text, text.replace("\n", "\r\n")):
        assert refusal(content).startswith("klein.toml, regel ")
        assert place in refusal(content)
        assert says in refusal(content)


@pytest.mark.parametrize(
    ("meant", "place"),
    [("ë", "regel 3, teken 15"), ("€", "regel 3, teken 15"), ("\u2019", "regel 3")],
)
def test_a_letter_of_windows_is_named_by_its_place(meant: str, place: str) -> None:
    for text in (KLEIN, KLEIN.replace("\n", "\r\n")):
        said = refusal(text.replace('"klein"', f'"kle{meant}in"', 1).encode("cp1252"))
        assert said.startswith(f"klein.toml, {place}")
        assert f"waarschijnlijk '{meant}' uit Windows" in said
        assert said.endswith("Bewaar het bestand als UTF-8.")


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + KLEIN,
        KLEIN.replace("\n", "\r\n"),
        KLEIN.replace("eenheid = ", "eenheid\t=\t", 1),
        "# \u201cgekruld\u201d\u00a0\u200b\n" + KLEIN,
        changed("donderdag 4 november 2027", "donderdag\u00a04\u00a0november\u00a02027"),
    ],
    ids=["mark", "crlf", "tabs", "comment", "hard space in a text"],
)
def test_what_does_no_harm_is_read(text: str) -> None:
    read_toml(Proposal, text.encode(), "klein.toml")


def test_quotes_in_a_text_are_the_writers_own() -> None:
    title = changed('titel = "Bel', 'titel = "\u201cSamen\u201d Bel')
    assert "\u201cSamen\u201d" in read_toml(Proposal, title.encode(), "klein.toml").title
