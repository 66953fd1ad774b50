# SPDX-License-Identifier: EUPL-1.2
"""What others must know to find Gehoord, and to reuse it, agrees with what it is."""

import re
import tomllib
from pathlib import Path

import yaml

from tests.test_tree import MAPPING

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
SAID = yaml.safe_load((ROOT / "publiccode.yml").read_text())
LICENCE = "# SPDX-License-Identifier: EUPL-1.2\n"
OF_OTHERS = re.compile(r"^\[[^]]*\]:|\]\((?!https?:|#)([^)#]+)")
"""A link in a document to another file."""


def test_who_searches_reads_the_version_and_the_licence_of_the_project() -> None:
    assert SAID["softwareVersion"] == PROJECT["version"]
    assert SAID["legal"]["license"] == PROJECT["license"] == "EUPL-1.2"
    assert f">={SAID['dependsOn']['open'][0]['versionMin']}" in PROJECT["requires-python"]


def test_each_language_says_in_short_and_at_length_what_it_does() -> None:
    """publiccode.yml 0.5: a short description of at most 150 characters, a long one of 150 up."""
    for words in SAID["description"].values():
        assert len(words["shortDescription"].strip()) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]


def test_the_text_of_each_licence_is_there() -> None:
    """REUSE: each licence that ``REUSE.toml`` names has its text, and no other text is there."""
    stated = tomllib.loads((ROOT / "REUSE.toml").read_text())["annotations"]
    named = {one["SPDX-License-Identifier"] for one in stated}
    assert named == {file.stem for file in (ROOT / "LICENSES").iterdir()}
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES" / "EUPL-1.2.txt").read_bytes()


def test_each_file_of_code_says_under_which_licence_it_stands() -> None:
    folders = [*(ROOT / path for path in MAPPING.values()), ROOT / "benchmarks", ROOT / "tests"]
    found = {file for folder in folders for file in folder.glob("**/*.py")}
    code = [file for file in found if "node_modules" not in file.parts and file.read_text()]
    assert len(code) > len(MAPPING)
    assert [file for file in code if not file.read_text().startswith(LICENCE)] == []


def test_the_documents_for_others_lead_to_files_that_are_there() -> None:
    for name in ("SECURITY.md", "CONTRIBUTING.md", "docs/standard-for-public-code.md"):
        file = ROOT / name
        linked = [found for found in OF_OTHERS.findall(file.read_text()) if found]
        assert linked
        assert [one for one in linked if not (file.parent / one).exists()] == []
