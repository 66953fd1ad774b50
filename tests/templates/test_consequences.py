"""What follows from a move, in lines and as a table; what people wrote is no link there."""

from gehoord.domain.acts.move import Consequences
from gehoord.templates.consequences import as_markdown, in_lines

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
        "Let op: Dit ligt voor waar het op rust.",
        "Krijgt bericht: Haarlem en Texel.",
        "In dat bericht staat uw reden, woord voor woord.",
    ]


def test_what_people_wrote_is_no_link_in_the_table() -> None:
    table = as_markdown(FOUND)
    assert table.startswith("| Actie | Was | Wordt |")
    assert r"RBOP: plan \| \[bespreken\](javascript:x)" in table


def test_a_move_after_which_nothing_shifts_says_so() -> None:
    nothing = Consequences((), (), (), (), ())
    assert as_markdown(nothing) == "Er schuift niets.\n\n- Krijgt bericht: niemand."
