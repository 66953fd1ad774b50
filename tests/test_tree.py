# SPDX-License-Identifier: EUPL-1.2
"""One tree: mapping, folders, links and tests agree, and Python itself still works."""

import ast
import doctest
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
MAPPING: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"][
    "setuptools"
]["package-dir"]
NOT_PACKAGED = {"benchmarks", "build", "dist", "docs", "oefenen", "tests", "var"}
LONGEST_FILE = 300
NO_ROOM_OF_THEIR_OWN = {
    "engine": "the parts together, on a real Prefect server",
}
"""Folders of tests without a folder of code, and why."""
RUN_BY_ALEMBIC = "gehoord.store.migrations.env"


def code_folders() -> set[str]:
    """Return every folder that holds code or templates, but for the tests and local things."""
    files = [*ROOT.glob("*/**/*.py"), *ROOT.glob("*/**/*.j2")]
    parts = [file.relative_to(ROOT).parent.parts for file in files]
    return {"/".join(p) for p in parts if not p[0].startswith(".") and p[0] not in NOT_PACKAGED}


def modules() -> list[str]:
    """Return every module of the mapping, by the name under which it is imported."""
    return sorted(
        f"{package}.{found.name}"
        for package, folder in MAPPING.items()
        for found in pkgutil.iter_modules([str(ROOT / folder)])
        if f"{package}.{found.name}" != RUN_BY_ALEMBIC
    )


def with_examples(module: ModuleType) -> list[doctest.DocTest]:
    """Return the docstrings that hold an example: each that is run costs a look at every source."""
    return [test for test in doctest.DocTestFinder().find(module) if test.examples]


def lines_of(file: Path) -> int:
    return len(file.read_text().splitlines())


def test_every_folder_of_code_is_mapped_to_the_package_of_its_name() -> None:
    assert set(MAPPING.values()) == code_folders()
    assert all(name == "gehoord." + path.replace("/", ".") for name, path in MAPPING.items())


def test_tests_stand_in_the_folder_of_their_subject() -> None:
    tests = [file.parent.relative_to(ROOT / "tests") for file in ROOT.glob("tests/*/**/test_*.py")]
    folders = {str(folder) for folder in tests}
    assert folders - set(MAPPING.values()) == set(NO_ROOM_OF_THEIR_OWN)
    assert {"domain/acts", "domain/outgoing", "flows", "tasks"} <= folders


def test_a_class_has_a_name_of_its_own() -> None:
    files = [file for folder in MAPPING.values() for file in (ROOT / folder).glob("*.py")]
    names = Counter(
        node.name.lstrip("_")
        for file in files
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.ClassDef)
    )
    assert len(names) > len(MAPPING)
    assert [name for name, times in names.items() if times > 1] == []


def test_every_mapped_package_is_in_the_wheel() -> None:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert set(configuration["tool"]["setuptools"]["packages"]) == set(MAPPING)


def test_the_wheel_is_built_without_a_warning_and_holds_every_file_of_data(tmp_path: Path) -> None:
    source, wheel = tmp_path / "source", tmp_path / "wheel"
    wheel.mkdir()
    for folder in {path.partition("/")[0] for path in MAPPING.values()}:
        shutil.copytree(ROOT / folder, source / folder)
    for file in ("LICENSE", "README.md", "pyproject.toml"):
        shutil.copy(ROOT / file, source / file)
    data = {
        str(path.relative_to(source))
        for ending in ("toml", "ics", "j2", "css")
        for path in source.glob(f"*/**/*.{ending}")
    }
    build = "import sys; from setuptools import build_meta as b; b.build_wheel(sys.argv[1])"
    built = subprocess.run(
        [sys.executable, "-c", build, wheel], cwd=source, capture_output=True, text=True, check=True
    )
    assert "Package would be ignored" not in built.stdout + built.stderr
    [packed] = wheel.iterdir()
    names = {name.removeprefix("gehoord/") for name in ZipFile(packed).namelist()}
    assert len([name for name in data if name.endswith("/eenheid.toml")]) == 10
    assert data - names == set()


def test_editors_find_every_top_folder_through_its_link() -> None:
    links = {link.name: link for link in (ROOT / ".links" / "gehoord").iterdir()}
    assert set(links) == {path for path in MAPPING.values() if "/" not in path}
    for name, link in links.items():
        assert link.is_symlink()
        assert link.readlink() == Path("..", "..", name)


@pytest.mark.parametrize("module", ["calendar", "email.utils", "http.cookiejar"])
def test_python_keeps_its_own_calendar_when_started_in_the_root(module: str) -> None:
    asked = f"import {module} as m; print(m.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not Path(done.stdout.strip()).is_relative_to(ROOT / "calendar")
    assert Path(done.stdout.strip()).name == module.rpartition(".")[2] + ".py"


def test_no_folder_gehoord_stands_in_the_way_of_the_namespace() -> None:
    assert not (ROOT / "gehoord").exists()


def test_calendar_and_the_tests_are_no_packages() -> None:
    assert not (ROOT / "calendar" / "__init__.py").exists()
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_no_file_outside_the_tests_is_longer_than_a_reader_holds_in_mind() -> None:
    folders = [ROOT / path for path in [*MAPPING.values(), "benchmarks"]]
    files = [file for folder in folders for file in folder.glob("*.py")]
    assert len(files) > len(MAPPING)
    long = {str(f.relative_to(ROOT)): lines_of(f) for f in files if lines_of(f) > LONGEST_FILE}
    assert not long, f"split by noun: {long}"


def test_the_lock_names_packages_and_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert re.search(r"^prefect==\S+", lock, re.MULTILINE)
    assert "--hash=sha256:" in lock
    assert not re.search(r"://| @ |index-url|find-links|trusted-host", lock)


def test_imports_point_to_the_right_only() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [program, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": ".links"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", done.stdout)


@pytest.mark.parametrize("name", modules())
def test_the_examples_in_a_module_are_true(name: str) -> None:
    runner = doctest.DocTestRunner()
    for test in with_examples(importlib.import_module(name)):
        runner.run(test)
    assert runner.failures == 0


def test_there_are_examples_in_law_calendar_and_domain() -> None:
    told = {
        name.split(".")[1] for name in modules() if with_examples(importlib.import_module(name))
    }
    assert {"law", "calendar", "domain"} <= told


def test_an_example_that_is_not_true_is_caught() -> None:
    planted = ModuleType("planted", "One example.\n\n>>> 1 + 1\n3\n")
    runner = doctest.DocTestRunner(verbose=False)
    silent: list[str] = []
    for test in with_examples(planted):
        runner.run(test, out=silent.append)
    assert runner.failures == 1
    assert silent


def test_the_readme_lists_every_setting_with_its_default() -> None:
    from gehoord.tasks.settings import Settings

    readme = (ROOT / "README.md").read_text()
    listed = dict(re.findall(r"^\| `GEHOORD_(\w+)` \| (?:`([^`]*)`|leeg) \|", readme, re.MULTILINE))
    defaults = {name.upper(): field.default for name, field in Settings.model_fields.items()}
    defaults["SMTP_PASSWORD"] = defaults["SMTP_PASSWORD"].get_secret_value()
    assert listed == {name: str(default) for name, default in defaults.items()}


def test_the_readme_shows_every_command() -> None:
    from gehoord.app.commands import COMMANDS

    readme = (ROOT / "README.md").read_text()
    assert len(COMMANDS) > 10
    assert not [name for name in COMMANDS if not re.search(rf"gehoord {name}\b", readme)]


def test_the_readme_names_targets_of_the_makefile_only() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    named = re.findall(r"`make (\w+)`", (ROOT / "README.md").read_text())
    assert {"run", "test"} <= set(named) <= set(targets)


def test_the_readme_names_every_target_of_make() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    readme = (ROOT / "README.md").read_text()
    assert "nightly" in targets
    assert [target for target in targets if f"make {target}" not in readme] == []
