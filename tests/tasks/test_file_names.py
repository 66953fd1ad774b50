# SPDX-License-Identifier: EUPL-1.2
"""Names of files in the archive: whatever the name was, a path that every computer takes."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.tasks.file_names import FileNames, parted

SAFE_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")


@settings(max_examples=60)
@given(st.lists(st.text(max_size=100), max_size=10))
def test_every_name_gives_a_path_of_its_own_on_any_computer(names: list[str]) -> None:
    given_names = FileNames()
    paths = [given_names.give("map", *parted(name)) for name in names]
    assert len({path.casefold() for path in paths}) == len(names)
    for path in paths:
        folder, _, name = path.partition("/")
        assert folder == "map"
        assert SAFE_PART.fullmatch(name)
        assert len(name) < 100
        assert name.partition(".")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
