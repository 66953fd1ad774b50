# SPDX-License-Identifier: EUPL-1.2
"""No function is longer, or asks more at once, than a reader holds in mind.

Each question a function asks counts: a branch, a loop, a condition in a comprehension, each `and`
and `or`, each case and each error that it catches. Ruff's C901 leaves out half of these.
"""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAPPING: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"][
    "setuptools"
]["package-dir"]
MOST_QUESTIONS = 10
LONGEST_FUNCTION = 40
"""Lines, its docstring apart."""
READS_WHAT_PEOPLE_WRITE = {
    "calendar/ical/entry.py",
    "domain/eenheid/schedule.py",
    "domain/proposal/proposal.py",
    "domain/proposal/step.py",
    "domain/toml_errors.py",
}
"""Where many small faults are told apart, one after the other: that reads best in one place."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> Iterator[str]:
    """Yield the files of the product, but for migrations: those are never changed."""
    folders = [folder for folder in MAPPING.values() if not folder.startswith("store/migrations")]
    for folder in folders:
        yield from (f"{folder}/{file.name}" for file in sorted((ROOT / folder).glob("*.py")))


@cache
def functions(source: str) -> list[Function]:
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, Function)]


def questions(function: Function) -> int:
    """Count the questions of a function and one more; those of a function inside it are its own."""
    count, rest = 1, list[ast.AST](function.body)
    while rest:
        node = rest.pop()
        if isinstance(node, Function):
            continue
        rest += ast.iter_child_nodes(node)
        match node:
            case ast.If() | ast.IfExp() | ast.Assert():
                count += 1
            case ast.For() | ast.AsyncFor() | ast.While():
                count += 1 + bool(node.orelse)
            case ast.comprehension():
                count += 1 + len(node.ifs)
            case ast.BoolOp():
                count += len(node.values) - 1
            case ast.Try():
                count += len(node.handlers) + bool(node.orelse)
            case ast.Match():
                count += sum(not _is_any(case) for case in node.cases)
    return count


def _is_any(case: ast.match_case) -> bool:
    return isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None


def lines(function: Function) -> int:
    """Count the lines of a function without those of its docstring."""
    told = ast.get_docstring(function)
    of_docstring = len(told.splitlines()) + 1 if told else 0
    return (function.end_lineno or 0) - function.lineno + 1 - of_docstring


def test_a_function_asks_few_questions() -> None:
    many = {
        f"{file}: {function.name}": number
        for file in set(sources()) - READS_WHAT_PEOPLE_WRITE
        for function in functions((ROOT / file).read_text())
        if (number := questions(function)) > MOST_QUESTIONS
    }
    assert not many, f"give each rule in it a name: {many}"


def test_a_function_is_short() -> None:
    long = {
        f"{file}: {function.name}": number
        for file in sources()
        for function in functions((ROOT / file).read_text())
        if (number := lines(function)) > LONGEST_FUNCTION
    }
    assert not long, f"give each step in it a name: {long}"


def test_only_readers_that_ask_much_are_excused() -> None:
    asking = {
        file
        for file in sources()
        for function in functions((ROOT / file).read_text())
        if questions(function) > MOST_QUESTIONS
    }
    assert asking >= READS_WHAT_PEOPLE_WRITE


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("return 1", 1),
        ("return a and b or c", 3),
        ("return [x for x in a if x if b]", 4),
        ("if a:\n  pass\n elif b:\n  pass\n else:\n  pass", 3),
        ("for x in a:\n  pass\n else:\n  pass", 3),
        ("try:\n  pass\n except A:\n  pass\n except B:\n  pass", 3),
        ("match a:\n  case 1:\n   pass\n  case _:\n   pass", 2),
        ("def inner():\n  return a if b else c\n return inner", 1),
    ],
)
def test_questions_are_counted(body: str, number: int) -> None:
    [outer, *_] = functions(f"def f(a, b, c):\n {body}")
    assert questions(outer) == number
