# SPDX-License-Identifier: EUPL-1.2
"""Strength in fte: whole or with two decimals, and never a float."""

from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field

MOST: Final = Decimal(100_000)
"""More fte than the whole police has."""

Fte = Annotated[Decimal, Field(ge=0, lt=MOST, decimal_places=2)]
"""An amount as it was written: 36 and 36.00 are equal, but the first may have been rounded."""

NONE: Final = Decimal(0)


def in_fte(amount: Decimal) -> str:
    """Return an amount as a Dutch table has it, with two decimals.

    >>> in_fte(Decimal("2832.6")), in_fte(Decimal(-5))
    ('2.832,60', '-5,00')
    """
    return f"{amount:,.2f}".translate(_DUTCH)


def fte_in_words(amount: Decimal) -> str:
    """Return an amount as a sentence has it: without decimals when it is whole.

    >>> fte_in_words(Decimal("298.00")), fte_in_words(Decimal("165.1"))
    ('298', '165,10')
    """
    return in_fte(amount).removesuffix(",00")


def amount_in_words(amount: Decimal | None) -> str:
    """Return what stands in a cell as a sentence has it; an empty one holds nothing."""
    return "niets" if amount is None else fte_in_words(amount)


def may_be_rounded(written: Decimal, exact: Decimal) -> bool:
    """Whether what is written can be the exact amount with fewer decimals, half rounded up.

    >>> may_be_rounded(Decimal("36"), Decimal("35.7")), may_be_rounded(Decimal("36"), Decimal("35"))
    (True, False)
    """
    if _decimals(written) >= _decimals(exact):
        return False
    half = Decimal(1).scaleb(-_decimals(written)) / 2
    return -half < written - exact <= half


def _decimals(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


_DUTCH: Final = str.maketrans(",.", ".,")
