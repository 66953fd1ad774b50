# SPDX-License-Identifier: EUPL-1.2
"""Every document that a check names by a number is explained to who reads it."""

import re

from gehoord.domain.checks import all_checks
from gehoord.templates.sources import explained


def test_every_document_that_a_check_names_is_explained() -> None:
    for check in all_checks:
        for number in re.findall(r"\bS\d{3}\b", check.ground.practice):
            assert f"{number} is " in explained([check.ground.practice]), check.code
