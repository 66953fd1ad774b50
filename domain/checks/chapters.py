"""Was every chapter sent on that was promised with a version?"""

from collections.abc import Iterator

from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.finding import Severity
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()


@CHECKS.add(
    "toezegging-staat-open",
    Severity.WARN,
    mistake=4,
    article=CAREFUL_PREPARATION,
    practice="S003: zodra de definitieve sterkteverdeling bekend is, wordt die nagestuurd",
    remedy="Stuur het na en meld dat, of laat weten waarom het niet meer komt.",
)
def promise_left_open(case: Case) -> Iterator[Observation]:
    """The plan is up for adoption, and a chapter that was promised was not sent on."""
    if case.state is None or not case.adoption_has_come():
        return
    told = {each.step: each for v in standing(case.state.versions) for each in v.follows}
    for step, chapter in told.items():
        if case.state.owed(step):
            yield (step,), f"Toegezegd en nog niet nagestuurd: {chapter.chapter}."
