# SPDX-License-Identifier: EUPL-1.2
"""The forms with which people report in Prefect: one flow for each kind of report.

They are made from the kinds themselves. A deployment finds each by its kind, with a low line where
that has a dash: ``gehoord.flows.forms.geen_antwoord``.
"""

from datetime import date
from functools import cache
from inspect import Parameter, Signature
from typing import Any, Final

from prefect import Flow, flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run

from gehoord.domain.acts.form import KINDS_WITH_FORM, boxes, reports
from gehoord.domain.outgoing.progress import Outcome
from gehoord.flows import clock
from gehoord.flows.choosing import say_choices
from gehoord.flows.record import record_together
from gehoord.flows.running import run
from gehoord.flows.telling import AGAIN, BETTER, LONGEST_IN_LINK, point_to
from gehoord.store.register import Register
from gehoord.templates.forms import about, flow_name, name_of
from gehoord.templates.run_names import name_of_report


@cache
def form_of(kind: str) -> Flow[..., Any]:
    """Return the flow that asks what a kind of report asks, and records it.

    It is Gehoord that judges what is filled in, in Dutch; Prefect takes it as it comes.
    """
    model = KINDS_WITH_FORM[kind]

    async def report(**filled: Any) -> State[None]:
        dossier = filled.pop("dossier")
        ended = await run(_recording(kind, filled), dossier, None)
        say_choices(ended, kind, boxes(model), dossier, filled)
        if ended.is_failed():
            await point_to(name_of(kind), _as_link(dossier, filled), BETTER)
        else:
            await point_to(name_of(kind), _as_link(dossier, {}), AGAIN)
        return ended

    names = ["dossier", *(box.name for box in boxes(model))]
    asked = [Parameter(name, Parameter.KEYWORD_ONLY, default=None) for name in names]
    report.__signature__ = Signature(asked)  # type: ignore[attr-defined]
    report.__name__ = report.__qualname__ = _attribute(kind)
    return flow(
        name=flow_name(model),
        description=about(model),
        flow_run_name=lambda: name_of_report(kind, flow_run.parameters, clock.today()),
        validate_parameters=False,
    )(report)


def _recording(kind: str, filled: dict[str, Any]) -> Any:
    """Return the work of recording what was filled in."""

    def work(register: Register, dossier: str, on: date) -> Outcome:
        return record_together(register, dossier, reports(kind, filled, on), on)

    return work


def _as_link(dossier: object, filled: dict[str, Any]) -> dict[str, Any]:
    """Return what a link to a form fills in: all that is not empty, and not too long for one."""
    given = {"dossier": dossier, **filled}
    return {k: v for k, v in given.items() if v and len(str(v)) <= LONGEST_IN_LINK}


def _attribute(kind: str) -> str:
    return kind.replace("-", "_")


_KINDS: Final = {_attribute(kind): kind for kind in KINDS_WITH_FORM}
"""Each kind of report by the name under which its deployment knows its flow."""


def __getattr__(name: str) -> Flow[..., Any]:
    """Return the flow of a kind of report, as an entrypoint names it.

    It is made when somebody asks for it: all together they take a second, for which whoever sent in
    one of them would wait.
    """
    if name in _KINDS:
        return form_of(_KINDS[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
