"""The tasks behind every flow."""

import pytest
from prefect import Task
from prefect.cache_policies import NO_CACHE

from gehoord.flows.running import keep_board, send_mail, write_files


@pytest.mark.parametrize("task", [send_mail, write_files, keep_board], ids=lambda task: task.name)
def test_a_task_on_the_register_is_never_taken_from_a_cache(task: Task[..., object]) -> None:
    """A register has no hash: Prefect would log a traceback for every task."""
    assert task.cache_policy == NO_CACHE
