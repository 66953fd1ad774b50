# SPDX-License-Identifier: EUPL-1.2
"""docs/glossary.md decides: one word for each idea, and none of its column *never* in the code."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
GLOSSARY = ROOT / "docs" / "glossary.md"
FOLDERS = ("law", "calendar", "domain", "store", "tasks", "flows", "desk", "app")


class Excuse(NamedTuple):
    """A word that may be used after all, in the identifiers that match a pattern, and why."""

    word: str
    where: str
    reason: str


EXCUSES = (
    Excuse("deadline", "calendar/opportunity.py:deadline", "any last day a caller asks about"),
    Excuse("handle", "desk/line.py:handle_events", "uvicorn calls it so"),
    Excuse("log", "app/serving.py:log", "what a program of Prefect prints, not the journal"),
    Excuse("period", "calendar/recess.py:*", "a stretch of recess, no term"),
    Excuse("period", "calendar/weeks.py:period", "a stretch of recess, no term"),
    Excuse("period", "domain/checks/adopting.py:period", "the years the plan holds for"),
    Excuse(
        "process", "domain/proposal/step.py:PROCESS", "the letter about the proces, as it is called"
    ),
    Excuse("process", "store/columns.py:process_*", "SQLAlchemy calls them so"),
    Excuse("region", "*:holiday_region", "a region of the school holidays"),
    Excuse("region", "*:SchoolRegion", "a region of the school holidays"),
    Excuse("region", "*:region", "a region of the school holidays"),
    Excuse("registry", "domain/checks/registry.py:registry", "where checks register, no office"),
    Excuse("task", "app/replay.py:task", "the line of a progress bar"),
    Excuse("todo", "tasks/board/sync.py:todo", "what one sync has left to write, no action"),
    Excuse("todo", "tasks/mail.py:todo", "the messages of one round, no action"),
    Excuse("unit", "calendar/offset.py:unit", "a unit of measure: days, weeks, months"),
    Excuse("unit", "law/term.py:*", "a unit of measure: days, weeks, months"),
)


@cache
def words_of(identifier: str) -> tuple[str, ...]:
    """Split ``dueOn``, ``DueOn``, ``DUE_ON`` and ``_due_on`` into ``due`` and ``on``."""
    return tuple(w.lower() for w in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", identifier))


def never_words(text: str) -> set[str]:
    """Return the column *never* of the table; what stands between brackets is explanation."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    place = rows[0].index("never")
    cells = [re.sub(r"\(.*?\)", "", row[place]) for row in rows[2:]]
    return {word.strip(" `") for cell in cells for word in cell.split(",")} - {""}


def identifiers(module: str, source: str) -> set[str]:
    """Return every name that a module gives: to itself, functions, classes, arguments, values."""
    names = {module}
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.ClassDef(name=name) | ast.alias(asname=str(name)):
                names.add(name)
            case ast.arg(arg=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                names.add(name)
            case _:
                pass
    return names


def uses(identifier: str, word: str) -> bool:
    """Tell whether an identifier uses a word of the column, also in the plural."""
    have, want = words_of(identifier), words_of(word)
    plural = (*want[:-1], want[-1] + "s")
    stretches = [have[i : i + len(want)] for i in range(len(have) - len(want) + 1)]
    return want in stretches or plural in stretches


def files() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted((ROOT / folder).rglob("*.py"))


@cache
def found() -> list[tuple[str, str]]:
    """Return each word of the column that is used, with ``file:identifier``."""
    never = never_words(GLOSSARY.read_text())
    return [
        (word, f"{file.relative_to(ROOT).as_posix()}:{name}")
        for file in files()
        for name in sorted(identifiers(file.stem, file.read_text()))
        for word in sorted(never)
        if uses(name, word)
    ]


def is_excused(word: str, where: str) -> bool:
    return any(e.word == word and fnmatchcase(where, e.where) for e in EXCUSES)


def test_no_identifier_uses_a_word_that_the_glossary_rules_out() -> None:
    wrong = [f"{where} ('{word}')" for word, where in found() if not is_excused(word, where)]
    assert not wrong, f"see docs/glossary.md for the right word: {wrong}"


def test_every_excuse_is_still_needed() -> None:
    used = found()
    idle = [e for e in EXCUSES if not any(w == e.word and fnmatchcase(p, e.where) for w, p in used)]
    assert not idle


def test_the_glossary_rules_words_out_and_every_folder_is_read() -> None:
    never = never_words(GLOSSARY.read_text())
    assert {"opinion", "mayor", "raad", "task", "policy_plan"} <= never
    assert {file.relative_to(ROOT).parts[0] for file in files()} == set(FOLDERS)


@pytest.mark.parametrize(
    "source",
    [
        "def notify_mayors() -> None: ...",
        "class MayorOfTown: ...",
        "def tell(the_mayor: str) -> None: ...",
        "async def tell(*, mayor: str) -> None: ...",
        "MAYOR = 'burgemeester'",
        "class Office:\n    mayor: str = ''",
        "class Office:\n    def __init__(self) -> None:\n        self.mayor = ''",
        "from offices import burgemeester as mayor",
        "for mayor in (): ...",
    ],
)
def test_a_planted_word_is_caught_wherever_it_is_given_as_a_name(source: str) -> None:
    assert any(uses(name, "mayor") for name in identifiers("offices", source))


def test_a_planted_word_is_caught_in_the_name_of_a_module() -> None:
    assert any(uses(name, "mayor") for name in identifiers("mayors", "x = 1"))


def test_a_word_of_two_parts_is_caught_and_half_of_it_is_not() -> None:
    assert uses("the_policy_plan_of_today", "policy_plan")
    assert uses("PolicyPlans", "policy_plan")
    assert not uses("plan_of_policy", "policy_plan")


def test_a_word_within_a_longer_word_is_left_alone() -> None:
    assert not uses("preview", "view")
    assert not uses("catalogue", "log")
    assert not uses("raadsweek", "raad")


def test_an_excuse_covers_its_own_place_only() -> None:
    assert is_excused("log", "app/serving.py:log")
    assert not is_excused("log", "app/serving.py:log_of_dossier")
    assert not is_excused("log", "store/register.py:log")
