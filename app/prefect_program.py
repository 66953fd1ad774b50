# SPDX-License-Identifier: EUPL-1.2
"""A program of Prefect, or the desk, as a child of another program: it ends when its parent does.

    python -m gehoord.app.prefect_program server PORT
    python -m gehoord.app.prefect_program worker start --pool motor
    python -m gehoord.app.prefect_program desk PORT

The child reads a pipe of which the parent holds the other end. A parent that is killed lets go of
it as well, so that no server stays behind on its port.
"""

import os
import runpy
import signal
import sys
import threading
import time
from typing import Final

PATIENCE_SECONDS: Final = 20
"""How long a child may take to end by itself; after that it is ended."""


def main() -> None:
    """Run one of these programs."""
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    if sys.argv[1] == "server":
        serve(int(sys.argv[2]))
    elif sys.argv[1] == "desk":
        serve_desk(int(sys.argv[2]))
    else:
        sys.argv[0] = "prefect"
        runpy.run_module("prefect", run_name="__main__")


def serve(port: int) -> None:
    """Run Prefect's server for this machine alone, and for no page of somebody else's."""
    import uvicorn
    from prefect.server.api.server import create_app
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    from gehoord.app.named_runs import NamedRuns
    from gehoord.app.own_pages import HOSTS, OwnPages, own_origins
    from gehoord.app.own_style import add_rule

    # Prefect puts its own middleware first; what is added last is asked first.
    app = create_app(final=True)
    add_rule()
    app.add_middleware(NamedRuns)
    app.add_middleware(OwnPages, origins=own_origins(port))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS))
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", timeout_graceful_shutdown=5)


def serve_desk(port: int) -> None:
    """Run the desk for this machine alone."""
    from gehoord.app.after_answers import AfterAnswers
    from gehoord.app.own_command import OwnCommand
    from gehoord.desk.serving import HOST, server_of
    from gehoord.tasks.settings import settings

    server_of(settings(), HOST, port, AfterAnswers(settings()), OwnCommand(settings())).run()


def _end_with_the_parent() -> None:
    # Not through `sys.stdin`: a thread that waits in its buffer makes Python abort at its end.
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main()
