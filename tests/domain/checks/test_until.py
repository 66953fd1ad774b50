"""As long as nothing is recorded, findings change only on the days that a case names."""

from datetime import date, timedelta

import pytest

from gehoord.domain.acts.report import Adopted, Agreed, Answered, CouncilHeard, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.procedures.library import proposal_of
from gehoord.store.register import Register
from gehoord.store.state import state_of

OPENED = date(2026, 11, 23)
