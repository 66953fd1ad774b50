# SPDX-License-Identifier: EUPL-1.2
"""docs/walk.md is true: what it names is there and has that type; the value stays whole."""

import ast
import re
from datetime import date

from gehoord.calendar.due import Due, Precision
from gehoord.calendar.written import Fixed
from gehoord.domain.dossier.action import Action, actions_of
from gehoord.domain.dossier.dossier import plan_lines
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.step import Window
from gehoord.procedures.library import proposal_of
from gehoord.store.rows import columns
from gehoord.templates.calendars import entry
from gehoord.templates.when import When
from tests.conftest import HERE

ROOT = HERE.parent
WALK = (ROOT / "docs" / "walk.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z_/]+\.py):([A-Za-z_.]+)`", WALK))
TYPED = set(re.findall(r"\| `([a-z_/]+\.py):([A-Za-z_.]+)` \| `([^`]+)` \|", WALK))
MEDIO = Due(date(2023, 10, 15), Precision.APPROXIMATE, "medio oktober 2023")


def found(file: str, name: str) -> ast.stmt:
    body = ast.parse((ROOT / file).read_text(encoding="utf-8")).body
    for part in name.split("."):
        node = next(n for n in body if part in (getattr(n, "name", ""), field_of(n)))
        body = getattr(node, "body", [])
    return node


def field_of(node: ast.stmt) -> str:
    match node:
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""


def type_of(node: ast.stmt) -> str:
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.annotation)
    assert isinstance(node, ast.FunctionDef)
    assert node.returns is not None
    return ast.unparse(node.returns).strip("'")


def test_all_that_the_walk_names_is_there() -> None:
    assert len(NAMED) > 25
    for file, name in NAMED:
        assert found(file, name), f"{file}:{name}"


def test_every_hop_has_the_type_that_the_walk_says() -> None:
    assert len(TYPED) == WALK.count("\n| ") - 3
    assert {f"{f}:{n}": type_of(found(f, n)) for f, n, _ in TYPED} == {
        f"{f}:{n}": said.replace("\\|", "|") for f, n, said in TYPED
    }


def test_the_last_day_of_haarlem_is_one_value_from_proposal_to_hearing() -> None:
    proposal, eenheid, _ = proposal_of("noord-holland/imv-2024-2027")
    written = proposal.hearing.when if proposal.hearing else None
    assert isinstance(written, Window)
    assert isinstance(written.end, Fixed)
    plan = lay_out(proposal, eenheid)
    planned = next(p for p in plan.steps if p.step == proposal.hearing)
    councils = proposal.municipalities(eenheid)
    actions = actions_of(plan, eenheid, councils, "imv", date(2022, 11, 28))
    action = next(a for a in actions if a.step == planned.id and a.owner_name == "Haarlem")
    line = next(x for x in plan_lines(plan, "imv") if x.step == planned.id)
    asked = Hearing(id="imv/h", dossier="imv", municipality=action.owner, name="Haarlem")
    hearing = asked.ask("imv/versie/1", date(2023, 6, 15), action.due)
    kept = Action.model_validate(columns(action))
    again = Hearing.model_validate(columns(hearing))
    assert written.end.stretch.last == MEDIO
    for hop in (planned, action, line, hearing, kept, again):
        assert hop.due == MEDIO
    assert (action.days, kept.days) == (planned.stretch, planned.stretch)
    said = [
        action.name,
        entry(action, MEDIO.day, "IMV", None).summary,
        When.by(planned.stretch).deadline,
    ]
    for text in said:
        assert "medio oktober 2023" in text
        assert "bij benadering" in text
        assert "15 oktober" not in text
