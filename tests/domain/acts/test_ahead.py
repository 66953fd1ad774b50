# SPDX-License-Identifier: EUPL-1.2
"""A day that is still to come: nothing has happened on it, and no real mail leaves for it."""

import pytest

from gehoord.domain.acts.ahead import refuse_to_run_ahead, refuse_what_is_to_happen
from gehoord.domain.errors import GehoordError
from tests.story import FINAL, ONE_DAY


def test_what_happens_tomorrow_has_not_happened() -> None:
    refuse_what_is_to_happen(FINAL, today=FINAL)
    with pytest.raises(GehoordError, match="Leg pas vast wat is gebeurd"):
        refuse_what_is_to_happen(FINAL + ONE_DAY, today=FINAL)


def test_real_mail_leaves_for_no_day_to_come() -> None:
    refuse_to_run_ahead(FINAL, today=FINAL, is_live=True)
    with pytest.raises(GehoordError, match="kan dit alleen voor vandaag of eerder"):
        refuse_to_run_ahead(FINAL + ONE_DAY, today=FINAL, is_live=True)


def test_a_day_to_come_is_tried_out_while_no_mail_really_leaves() -> None:
    refuse_to_run_ahead(FINAL + ONE_DAY, today=FINAL, is_live=False)
