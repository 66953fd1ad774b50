# SPDX-License-Identifier: EUPL-1.2
"""What follows from a move, in lines and as a table; what people wrote is no link there."""

from dataclasses import replace

from gehoord.domain.acts.move import Consequences
from gehoord.domain.finding import Finding, Severity
from gehoord.domain.ground import Ground
from gehoord.law.politiewet import HEAR_COUNCILS
from gehoord.templates.consequences import as_markdown, in_lines, warnings

FOUND = Consequences(
    shifted=(("RBOP: plan | [bespreken](javascript:x)", "4 november 2027", "11 november 2027"),),
    kept=("themas vaststellen",),
    appearing=(),
    vanishing=(),
    told=("Haarlem", "Texel"),
    behind=("Dit ligt voor waar het op rust.",),
)


def test_each_consequence_is_a_line() -> None:
    assert in_lines(FOUND) == [
        "RBOP: plan | [bespreken](javascript:x): 4 november 2027 wordt 11 november 2027",
        "Blijft staan, want al gedaan: themas vaststellen.",
        "Krijgt bericht: Haarlem en Texel.",
        "In dat bericht staat uw reden, woord voor woord.",
    ]


def test_what_goes_wrong_is_said_apart_and_first_the_new_findings() -> None:
    found = Finding("S003", Severity.WARN, ("horen",), "Te kort.", Ground(HEAR_COUNCILS), "")
    assert warnings(replace(FOUND, appearing=(found,))) == [
        "Nieuwe bevinding (waarschuwing): Te kort.",
        "Let op: Dit ligt voor waar het op rust.",
    ]


def test_councils_whose_days_shift_alike_are_one_line() -> None:
    names = [f"Raad {number}" for number in range(32)]
    alike = tuple((f"{name}: raad horen", "4 november 2027", "11 november 2027") for name in names)
    other = ("Texel: raad horen", "5 november 2027", "11 november 2027")
    lines = in_lines(Consequences((*alike, other), (), (), (), ()))
    assert lines[:2] == [
        "Raad 0 en 31 anderen: raad horen: 4 november 2027 wordt 11 november 2027",
        "Texel: raad horen: 5 november 2027 wordt 11 november 2027",
    ]


def test_what_people_wrote_is_no_link_in_the_table() -> None:
    table = as_markdown(FOUND)
    assert table.startswith("| Actie | Was | Wordt |")
    assert r"RBOP: plan \| \[bespreken\](javascript:x)" in table


def test_a_move_after_which_nothing_shifts_says_so() -> None:
    nothing = Consequences((), (), (), (), ())
    assert as_markdown(nothing) == "Er schuift niets.\n\n- Krijgt bericht: niemand."
