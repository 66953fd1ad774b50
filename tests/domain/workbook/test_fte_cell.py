# SPDX-License-Identifier: EUPL-1.2
"""An amount of fte, as people write it in a cell."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.fte import in_fte
from gehoord.domain.workbook.cell import CellError
from gehoord.domain.workbook.fte_cell import fte_in
from gehoord.domain.workbook.grid import Cell


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("2.832,60", "2832.60"), ("2832,60", "2832.60"), ("2832.60", "2832.60"),
        ("2 832,60", "2832.60"), ("2\u00a0832,6", "2832.6"), ("165,1", "165.1"), ("3.494", "3494"),
        ("364", "364"), ("", "0"), (None, "0"), ("-", "0"), ("\u2013", "0"), (165.1, "165.1"),
        (0.1 + 0.2, "0.3"), (364.0, "364"),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_it_was_meant(cell: Cell, amount: str) -> None:
    assert fte_in(cell) == Decimal(amount)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("-3,5", "-3,50 is minder dan nul"), ("(3,5)", "minder dan nul"),
        ("\u22125", "minder dan nul"), (-2.0, "minder dan nul"),
        ("26 fte", "'26 fte' is geen getal"), ("n.v.t.", "geen getal"), (True, "'waar' is geen"),
        (date(2018, 5, 19), "een dag van gemaakt"), ("1,234", "kan 1234 zijn of 1,23"),
        ("1,234.50", "de komma en de punt andersom; schrijf 1234,50"),
        ("12.3456", "meer dan twee decimalen"), (1.005, "1,005 heeft meer dan twee decimalen"),
        (1e300, "meer fte dan de hele politie"), ("1234567", "meer fte dan de hele politie"),
        ("#N/A", "foutmelding"), ("=SOM(B2:B5)", "formule zonder uitkomst"),
        ("1,2,3", "geen getal"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_what_to_do(cell: Cell, why: str) -> None:
    with pytest.raises(CellError, match=r"^[^\n]+$") as refused:
        fte_in(cell)
    assert why in str(refused.value)


@given(st.decimals(0, 99_999, places=2))
def test_what_was_written_in_dutch_is_read_back(amount: Decimal) -> None:
    assert fte_in(in_fte(amount)) == amount
    assert fte_in(float(amount)) == amount
