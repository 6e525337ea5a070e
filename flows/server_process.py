"""The Prefect server as a child process that ends with its parent: ``python -m flows.server_process``.

The parent holds the other end of the standard input. However the parent ends, killed included, the system closes it, and
the server goes down; so no server outlives its job.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time

GRACE = 10.0
"""Seconds that the server has for an orderly end before it is cut off."""


def _follow_parent() -> None:
    while sys.stdin.buffer.read(1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)


def main() -> None:
    """Serve on a free port of the loopback interface and print the port, alone on a line, once it is known."""
    threading.Thread(target=_follow_parent, daemon=True).start()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        print(port, flush=True)
        os.environ["PREFECT_UI_API_URL"] = f"http://127.0.0.1:{port}/api"
        import uvicorn
        from prefect.server.api.server import create_app

        config = uvicorn.Config(create_app(final=True), log_level="error", lifespan="on")
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
