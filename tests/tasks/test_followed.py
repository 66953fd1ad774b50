# SPDX-License-Identifier: EUPL-1.2
"""What follows the register notices another version of Gehoord."""

from importlib.metadata import version

from gehoord.tasks.followed import MADE_BY


def test_what_is_kept_names_the_version_that_made_it() -> None:
    assert f"Gehoord {version('gehoord')}" == MADE_BY
