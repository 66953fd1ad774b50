"""What people write in a file of a unit or a proposal: names, ids and addresses."""

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from gehoord.calendar.ical.address import plainly

Name = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]


def _joined(written: Any) -> Any:
    """Return a list of addresses as one text; anything else is judged as it is."""
    is_list = isinstance(written, (list, tuple)) and all(isinstance(mail, str) for mail in written)
    return ", ".join(written) if is_list else written


MailAddress = Annotated[
    str, BeforeValidator(_joined), StringConstraints(max_length=1000), AfterValidator(plainly)
]
"""One or more addresses that every mail program can carry: a text, or a list of them."""
