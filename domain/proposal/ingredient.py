# SPDX-License-Identifier: EUPL-1.2
"""An ingredient of a plan: what others made, and the themes are chosen from."""

from pydantic import Field

from gehoord.domain.eenheid.written import Name
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import Choice


class Focus(Choice):
    """About what area an ingredient is."""

    LOCAL = "lokaal"
    REGIONAL = "regionaal"
    NATIONAL = "landelijk"


class Ingredient(Frozen):
    """One ingredient (S000, the table "Product, Focus, Opstellers")."""

    product: Name
    focus: Focus
    makers: Name = Field(alias="opstellers")
