# SPDX-License-Identifier: EUPL-1.2
"""The tabs of a workbook, in their order."""

from typing import Final

from gehoord.domain.workbook.addresses import AddressesTab
from gehoord.domain.workbook.assents import AssentsTab
from gehoord.domain.workbook.clusters import ClustersTab
from gehoord.domain.workbook.council_agenda import CouncilAgendaTab
from gehoord.domain.workbook.councils import CouncilsTab
from gehoord.domain.workbook.meetings import MeetingsTab
from gehoord.domain.workbook.points import PointsTab
from gehoord.domain.workbook.responses import ResponsesTab
from gehoord.domain.workbook.survey import SurveyTab
from gehoord.domain.workbook.tab import Tab

TABS: Final[tuple[Tab, ...]] = (
    CouncilsTab(),
    CouncilAgendaTab(),
    ResponsesTab(),
    PointsTab(),
    SurveyTab(),
    ClustersTab(),
    AssentsTab(),
    AddressesTab(),
    MeetingsTab(),
)

LISTS: Final = "Keuzelijsten"
"""The tab, out of sight, with what can be chosen elsewhere; nothing is read from it."""

EXPLANATION: Final = "Uitleg"
"""The tab that says how the others are filled in; nothing is read from it."""
