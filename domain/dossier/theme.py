# SPDX-License-Identifier: EUPL-1.2
"""A theme of the plan: what it is made of, why it is in the plan, and what it rests on."""

from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import Choice


class ThemeGround(Choice):
    """Why a theme belongs in the plan of the whole unit; the value is the word in a report.

    The first five are those of S003, the last four those of S004 ("wanneer is iets een regionale
    prioriteit?"). No statute names any.
    """

    MANY_MUNICIPALITIES = "veel gemeenten"
    EXPERTISE = "specifieke expertise"
    ROLE_OF_POLICE = "rol van OM of politie"
    DISPLACEMENT = "waterbedeffect"
    DEPENDENCE = "onderlinge afhankelijkheid"
    MOST_PARTNERS = "meeste partners"
    MORE_THAN_REGULAR = "meer dan reguliere aanpak"
    SCALE = "schaal van de eenheid"
    PRODUCTS = "concrete producten"


class Theme(Frozen):
    """One theme, as a body chose it or left it to be explored.

    Attributes:
        name: as the besluit calls it.
        subthemes: the deelthema's, in their order.
        grounds: why it is in the plan, of the closed list.
        own_ground: why, in words of one's own; empty without.
        rests_on: what led to it, in words: options of the poll, a theme of the safety picture, a
            local priority. One that begins with "deels" rests on a part of that.
        explored_until: the step in which is decided whether it becomes a theme; empty once it is.
    """

    name: str
    subthemes: tuple[str, ...] = ()
    grounds: tuple[ThemeGround, ...] = ()
    own_ground: str = ""
    rests_on: tuple[str, ...] = ()
    explored_until: str = ""

    @property
    def is_explored(self) -> bool:
        """Whether it is no theme yet: it is still explored."""
        return bool(self.explored_until)

    @property
    def has_ground(self) -> bool:
        """Whether it is known why it is in the plan."""
        return bool(self.grounds or self.own_ground)
