# SPDX-License-Identifier: EUPL-1.2
"""SpiffWorkflow: 342 parallel parties, a step completed and the state serialised after each."""

import json
import sys
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.util.task import TaskState

MODEL: Final = Path(__file__).with_name("councils.bpmn")
COUNCILS: Final = 342
STEPS: Final = 40


def main() -> None:
    """Complete some of the steps and print the median cost of one, with and without its state."""
    parser = BpmnParser()
    parser.add_bpmn_file(str(MODEL))
    specs = parser.get_spec("hearing"), parser.get_subprocess_specs("hearing")
    workflow = BpmnWorkflow(*specs)
    workflow.do_engine_steps()
    serializer = BpmnWorkflowSerializer()
    waiting = workflow.get_tasks(state=TaskState.READY, manual=True)
    if len(waiting) != COUNCILS:
        raise ValueError(f"{len(waiting)} councils wait, and not {COUNCILS}.")
    steps, stored = [], []
    for task in waiting[:STEPS]:
        start = process_time()
        task.run()
        workflow.do_engine_steps()
        done = process_time()
        serializer.serialize_json(workflow)
        steps.append(done - start)
        stored.append(process_time() - start)
    said = f"in memory {1000 * median(steps):.0f} ms a step"
    sys.stdout.write(json.dumps({"seconds": median(stored), "said": said}))


if __name__ == "__main__":
    main()
