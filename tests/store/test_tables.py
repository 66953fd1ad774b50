# SPDX-License-Identifier: EUPL-1.2
"""What is asked of the register is found through an index, and comes in the order of its key."""

from typing import Any

import pytest
import sqlalchemy as sa

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.frozen import Frozen
from tests.story_in_register import StoryInRegister, ToldInRegister


def plan_of(story: StoryInRegister, kind: type[Frozen], fields: tuple[str, ...]) -> str:
    """Return how SQLite says it would find the objects of which these fields are asked."""
    asked: list[tuple[str, Any]] = []
    with story.register.reading() as reader:
        sa.event.listen(
            story.register.engine,
            "before_cursor_execute",
            lambda _connection, _cursor, statement, values, *_: asked.append((statement, values)),
        )
        reader.all(kind, "klein", **dict.fromkeys(fields, "x"))
    [(statement, values)] = asked
    with story.register.engine.connect() as connection:
        lines = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    return " ".join(line[-1] for line in lines)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Action, ("owner",)),
        (Action, ("step", "owner")),
        (FrozenMunicipality, ("code",)),
        (FrozenMunicipality, ("name",)),
        (Zienswijze, ("municipality",)),
        (Message, ("kind",)),
        (Message, ("step", "owner")),
    ],
)
def test_what_is_asked_is_found_without_a_walk_and_without_sorting(
    told: ToldInRegister, kind: type[Frozen], fields: tuple[str, ...]
) -> None:
    plan = plan_of(told("opened"), kind, fields)
    assert plan.startswith("SEARCH")
    assert all(f"{name}=?" in plan for name in ("dossier", *fields))
    assert "TEMP B-TREE" not in plan
