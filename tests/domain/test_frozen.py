# SPDX-License-Identifier: EUPL-1.2
"""Whatever a file holds, reading it ends in a proposal or in one Dutch sentence."""

import string
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.checks import Case, findings
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import GehoordError, ProposalError
from gehoord.domain.frozen import LARGEST_FILE, check, read_toml
from gehoord.domain.proposal.proposal import Proposal
from tests.conftest import HERE
from tests.sentence import assert_sentence

KLEIN = (HERE / "klein.toml").read_text()
LINES = KLEIN.splitlines()
EENHEID = read_toml(Eenheid, (HERE / "klein-eenheid.toml").read_bytes(), "eenheid.toml")


def judge(text: bytes) -> None:
    """Do all that is done with a proposal before anything is written."""
    proposal = read_toml(Proposal, text, "klein.toml")
    proposal.refuse_unknown_owners(EENHEID)
    findings(Case.of(proposal, EENHEID))


def assert_judged_or_refused(text: bytes) -> None:
    try:
        judge(text)
    except GehoordError as error:
        said = str(error)
    else:
        return
    assert said
    assert len(said) < 2000
    assert said.endswith((".", "?"))


VALUES = st.sampled_from(
    ["1", "-1", "0", "true", '""', '"x"', "[]", "{}", "[[]]", "[1]", '["a"]', "nan", "1e400",
     "2027-11-04", "0001-01-01", "9999-12-31", "2027-11-04T00:00:00", "10:00:00", "0x" + "f" * 30,
     '{ van = "vaststelling" }', '{ van = 2027-01-01, tot_en_met = "1 dag na horen" }',
     '"1 dag voor vaststelling"', '"999 jaar na vaststelling"', '"999 jaar voor horen"',
     '"jaarlijks van 0000 tot en met 0000"', '"na de zomer 0000"', '"tot 15 oktober"', "'''",
     '"""', "[" * 50, '["vaststelling", "horen"]', '"raden"', '"horen"', '"vaststelling"',
     r'"\u0000\u202e"', "{ a = { b = { c = 1 } } }"]
)  # fmt: skip
KEYS = sorted({line.partition(" =")[0] for line in LINES if " = " in line} | {"[x]", "[[stap]]"})


@st.composite
def mutations(draw: st.DrawFn) -> str:
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        key = lines[at].partition(" =")[0]
        match draw(st.sampled_from(["delete", "twice", "swap", "value", "key", "insert", "cut"])):
            case "delete":
                del lines[at]
            case "twice":
                lines.insert(at, lines[at])
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "value":
                lines[at] = f"{key} = {draw(VALUES)}"
            case "key":
                lines[at] = lines[at].replace(key, draw(st.sampled_from(KEYS)), 1)
            case "insert":
                noise = draw(st.text(string.printable + "é\u202e\x00", max_size=20))
                lines.insert(at, noise)
            case _:
                lines[at] = lines[at][: len(lines[at]) // 2]
        if not lines:
            break
    return "\n".join(lines)


@settings(max_examples=250)
@given(mutations())
def test_no_change_of_lines_brings_a_proposal_down(text: str) -> None:
    assert_judged_or_refused(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=80)
@given(
    st.integers(0, len(KLEIN)),
    st.one_of(st.binary(max_size=6), st.text(string.printable, max_size=6).map(str.encode)),
    st.integers(0, 6),
)
def test_no_change_of_bytes_brings_a_proposal_down(at: int, new: bytes, gone: int) -> None:
    text = KLEIN.encode()
    assert_judged_or_refused(text[:at] + new + text[at + gone :])


@settings(max_examples=80)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_bytes_at_all_bring_it_down(text: bytes) -> None:
    assert_judged_or_refused(text)


def test_the_file_that_is_changed_is_good() -> None:
    judge(KLEIN.encode())


def test_reading_refuses_more_than_a_megabyte_unread() -> None:
    judge(KLEIN.encode() + b"#" * (LARGEST_FILE - len(KLEIN.encode())))
    with pytest.raises(ProposalError, match="groter dan 1 MB"):
        judge(KLEIN.encode() + b"#" * (LARGEST_FILE - len(KLEIN.encode()) + 1))


@pytest.mark.parametrize(("stage", "rest"), [("themas", "1 fout."), ("vaststelling", "3 fouten.")])
def test_three_faults_are_told_and_the_rest_is_counted(stage: str, rest: str) -> None:
    with pytest.raises(ProposalError) as refused:
        judge(KLEIN.replace(f'fase = "{stage}"', "fase = 1").encode())
    said = str(refused.value)
    assert said.startswith("klein.toml: in stap ")
    assert said.count("'1' kan niet bij 'fase'") == 3
    assert said.endswith(f"; en nog {rest}")


def test_a_fault_in_one_of_two_kinds_of_value_is_told_once() -> None:
    """A step's day is words or a window; only what the writer meant is told."""
    for new in ('"31 november 2027"', "{ van = 2027-01-01 }", "{ van = 2027-01-01, tot = 1 }"):
        text = KLEIN.replace('"donderdag 4 november 2027"', new)
        with pytest.raises(ProposalError) as refused:
            judge(text.encode())
        assert "Window" not in str(refused.value)
        assert "moet een tabel zijn" not in str(refused.value)


def test_a_long_value_is_not_repeated_in_full() -> None:
    text = KLEIN.replace('fase = "start"', f'fase = "{"x" * 5000}"')
    with pytest.raises(ProposalError) as refused:
        judge(text.encode())
    assert f"'{'x' * 57}...' kan niet bij 'fase'" in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("key", "hint"),
    [("titl", "titel"), ("title", "titel"), ("wanner", "wanneer"), ("tot_enmet", "tot_en_met")],
)
def test_the_hint_is_a_key_that_a_file_can_have(key: str, hint: str) -> None:
    with pytest.raises(ProposalError) as refused:
        judge(f"{key} = 1\n{KLEIN}".encode())
    assert_sentence(str(refused.value), f"'{key}' is onbekend; bedoelt u '{hint}'?")


def test_a_key_of_another_place_is_no_hint_for_itself() -> None:
    with pytest.raises(ProposalError) as refused:
        judge(f"onbekend = 1\n{KLEIN}".encode())
    assert_sentence(str(refused.value), "sleutel 'onbekend' hoort hier niet; verwijder die.")


@pytest.mark.parametrize("english", ["title", "written_on", "reference_date", "steps", "reminders"])
def test_the_names_of_the_program_are_no_keys_of_a_file(english: str) -> None:
    with pytest.raises(ProposalError, match=f"'{english}' is onbekend"):
        judge(f"{english} = 1\n{KLEIN}".encode())


def test_a_day_may_be_written_as_text() -> None:
    text = KLEIN.replace("peildatum = 2027-01-01", 'peildatum = "2027-01-01"')
    assert read_toml(Proposal, text.encode(), "x").reference_date == date(2027, 1, 1)


def test_checking_names_the_source_that_it_is_given() -> None:
    with pytest.raises(ProposalError, match=r"^het formulier: .*'titel' ontbreekt"):
        check(Proposal, {}, "het formulier")
