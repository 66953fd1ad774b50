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


ALLOWED = {
    "softwareType": {
        *(f"standalone/{sort}" for sort in ("mobile", "iot", "desktop", "web", "backend", "other")),
        *("addon", "library", "configurationFiles"),
    },
    "developmentStatus": {"concept", "development", "beta", "stable", "obsolete"},
    "platforms": {"web", "windows", "mac", "linux", "ios", "android"},
    "categories": {
        *("business-process-management", "compliance-management", "data-collection"),
        *("digital-citizenship", "document-management", "survey", "task-management"),
        "workflow-management",
    },
}
"""What publiccode.yml 0.5 lets a key say; of its long list of categories those that come near."""
SCOPES = {"government", "justice", "local-authorities", "security", "society"}


def test_every_key_that_the_standard_asks_for_is_there_and_says_what_it_allows() -> None:
    """publiccode.yml 0.5: the mandatory keys, and no key that is deprecated."""
    asked = {
        *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"),
        *("description", "legal", "maintenance", "localisation"),
    }
    assert SAID.keys() >= asked
    assert SAID["publiccodeYmlVersion"] == "0.5"
    for key, allowed in ALLOWED.items():
        said = SAID[key] if isinstance(SAID[key], list) else [SAID[key]]
        assert said
        assert allowed.issuperset(said), key
    assert SCOPES.issuperset(SAID["intendedAudience"]["scope"])
    assert SAID["intendedAudience"]["countries"] == ["NL"]
    assert re.fullmatch(r"https://[\w.-]+/\S+", SAID["url"])
    assert SAID["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}
    about = SAID["maintenance"]
    assert about["type"] in {"internal", "contract", "community", "none"}
    assert ("contractors" in about) == (about["type"] == "contract")
    assert about["type"] not in ("internal", "community") or about["contacts"]
    deprecated = {"monochromeLogo", "inputTypes", "outputTypes", "genericName", "repoOwner"}
    said_anywhere = {*SAID, *SAID["legal"], *(k for d in SAID["description"].values() for k in d)}
    assert not deprecated & said_anywhere


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
