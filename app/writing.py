"""What is said when the file that somebody names cannot be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gehoord.app.output import note_done
from gehoord.domain.errors import GehoordError
from gehoord.domain.toml_errors import cause


@contextmanager
def writing(output: Path) -> Iterator[None]:
    """Let a file be written.

    Raises:
        GehoordError: it is there already, or cannot be written.
    """
    try:
        yield
    except FileExistsError:
        raise GehoordError(f"{output} bestaat al. Kies een andere naam.") from None
    except OSError as error:
        raise GehoordError(f"{output} kan niet worden geschreven ({cause(error)}).") from None
    note_done()
