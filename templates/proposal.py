"""A new proposal as text: every step laid out backwards from the adoption, with explanation."""

from datetime import date

from dateutil.relativedelta import relativedelta
from jinja2 import Environment, PackageLoader, StrictUndefined

from gehoord.calendar.dutch import full_day_in_words
from gehoord.domain.eenheid import Eenheid
from gehoord.domain.errors import GehoordError


def new_proposal(eenheid: Eenheid, adoption: date, on: date) -> str:
    """Return the TOML of a new proposal, with comments for the adviser.

    Args:
        eenheid: the unit; its first body that adopts is the one that adopts.
        adoption: the day of the adoption. The plan starts on the next 1 January, for four years.
        on: the day on which the proposal is written.

    Raises:
        GehoordError: the adoption is not in the future, or no body of the unit adopts.
    """
    if adoption <= on:
        raise GehoordError(f"De vaststelling op {adoption} moet na vandaag ({on}) liggen.")
    bodies = [p for p in eenheid.parties if p.adopts and not p.is_delegation]
    if not bodies:
        raise GehoordError(
            f"In eenheid '{eenheid.id}' stelt geen overleg vast (stelt_vast = true)."
        )
    environment = Environment(
        loader=PackageLoader("gehoord.templates", "proposals"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  (TOML, not HTML)
    )
    start = date(adoption.year + 1, 1, 1)
    return environment.get_template("voorstel.toml.j2").render(
        eenheid=eenheid,
        name=f"Beleidsplan {start.year}-{start.year + 3}",
        adoption_words=full_day_in_words(adoption),
        on=on,
        reference_date=date(adoption.year, 1, 1),
        start=start,
        end=date(start.year + 3, 12, 31),
        previous=adoption - relativedelta(years=4),
        body=bodies[0].id,
    )
