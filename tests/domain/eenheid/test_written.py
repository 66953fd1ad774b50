# SPDX-License-Identifier: EUPL-1.2
"""What people write in a file or a form is taken as they mean it, or they read how it is right."""

from datetime import date

import pytest

from gehoord.domain.acts.report import Merged
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import check


def merger(code: str) -> Merged:
    content = {"op": date(2027, 7, 1), "opgeheven": ["Texel"], "code": code, "naam": "Nieuwstad"}
    return check(Merged, content, "De melding")


@pytest.mark.parametrize("written", ["GM9999", "gm9999", " Gm9999 "])
def test_a_code_of_the_cbs_is_taken_in_small_letters_too(written: str) -> None:
    assert merger(written).code == "GM9999"


@pytest.mark.parametrize("written", ["9999", "GM999", "GM99990", "GM٣٣٣٣", "gm-9999", ""])
def test_who_writes_another_code_reads_how_it_is_right(written: str) -> None:
    with pytest.raises(ProposalError, match="als GM met vier cijfers erachter, zoals GM1980"):
        merger(written)
