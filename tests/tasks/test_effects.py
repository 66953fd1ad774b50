# SPDX-License-Identifier: EUPL-1.2
"""The effects of a flow are tasks of Prefect."""

import pytest
from prefect import Task
from prefect.cache_policies import NO_CACHE

from gehoord.tasks.effects import EFFECTS


@pytest.mark.parametrize("task", EFFECTS, ids=lambda task: task.name)
def test_a_task_on_the_register_is_never_taken_from_a_cache(task: Task[..., object]) -> None:
    """A register has no hash: Prefect would log a traceback for every task."""
    assert task.cache_policy == NO_CACHE
