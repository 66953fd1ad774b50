# SPDX-License-Identifier: EUPL-1.2
"""How the procedures went of which Gehoord ships the documents, worked out once for all."""

from functools import cache

from gehoord.domain.learned.of_documents import course_of
from gehoord.domain.learned.past_course import PastCourse
from gehoord.domain.plan.plan import lay_out
from gehoord.procedures.library import proposal_of, shipped


@cache
def past_courses() -> tuple[PastCourse, ...]:
    """Return every earlier procedure of which documents are shipped, read once for the process."""
    read = [(name, *proposal_of(name)[:2]) for name in shipped()]
    told = (course_of(name, lay_out(proposal, eenheid)) for name, proposal, eenheid in read)
    return tuple(course for course in told if course)
