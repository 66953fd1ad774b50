"""What the checks mean for a dossier: remarks on a stage, and reasons that are recorded."""

from datetime import date

from gehoord.domain.checks import Case, findings
from gehoord.flows.hearing import hear
from gehoord.store.register import Register
from tests.domain.acts.recorded import NAMES, SENT, ontwerp, record_heard, state


def test_a_stage_says_what_the_checks_think_of_what_is_ahead(opened: Register) -> None:
    ontwerp(opened, SENT)
    asked = hear(opened, "klein", SENT)
    assert "Let op bij deze fase: reces (waarschuwing)" in asked.text
    record_heard(opened, date(2027, 7, 1), *NAMES)
    assert "Let op" not in hear(opened, "klein", date(2027, 7, 2)).text


def test_councils_that_got_the_ontwerp_late_have_little_time(opened: Register) -> None:
    late = date(2027, 9, 20)
    ontwerp(opened, late)
    assert "weinig-tijd-om-te-horen (waarschuwing)" in hear(opened, "klein", late).text
    found = findings(Case.of_dossier(state(opened), late))
    (text,) = [f.text for f in found if f.code == "weinig-tijd-om-te-horen"]
    assert "21 september 2027 tot en met 7 oktober 2027" in text
    assert "1 hele week" in text
