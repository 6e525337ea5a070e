"""The Prefect server that a job owns, and the environment in which Prefect keeps to itself."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing, suppress
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from flows.exits import JobError
from reports.files import make_folder

START = 90.0
"""Seconds that a server may take to start. It was seen to take 4 with a database, 20 without one, on two slow cores."""


START_OF_OTHERS = 5.0
"""Seconds that a server of the user's has to answer."""


class ServerError(JobError):
    """The Prefect server did not come up; the message names its log."""


def keep_to_itself(home: Path) -> None:
    """Set the environment in which Prefect sends nothing out, reads no settings of the user's and prints nothing.

    It counts for this process, if it has not imported Prefect yet, and for its children. Settings that the user made in
    the environment stand, except where they would send data out.

    Args:
        home: Prefect's own folder.
    """
    os.environ.update(
        DO_NOT_TRACK="1",
        PREFECT_SERVER_ANALYTICS_ENABLED="false",
        PREFECT_LOGGING_TO_API_ENABLED="false",
        PREFECT_HOME=str(home),
        PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS=str(int(START)),
        # A folder named checks/ or reports/ where the user stands must not shadow the packages of child processes.
        PYTHONSAFEPATH="1",
    )
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_SERVER_LOGGING_LEVEL", "ERROR")
    os.environ.setdefault("PREFECT_CLI_PROMPT", "false")
    # A proxy of the house must not be asked for the server on this machine.
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, (os.environ.get(name), "127.0.0.1", "localhost")))


class PrefectServer:
    """A Prefect server on a free port of the loopback interface, for as long as the ``with`` block lasts.

    It starts in the background, so that the caller can import Prefect meanwhile; :meth:`wait` returns when it serves.
    With ``PREFECT_API_URL`` in the environment nothing is started: that server is used.

    Args:
        home: Prefect's folder; the server's database and log are kept there.
        scheduling: Whether schedules fire. A server for one run does without that and is lighter.
    """

    def __init__(self, home: Path, *, scheduling: bool = False) -> None:
        self.home = home
        self.scheduling = scheduling
        self.process: subprocess.Popen[bytes] | None = None
        self.fresh = False
        self.url = os.environ.get("PREFECT_API_URL", "").rstrip("/")
        self.owned = not self.url

    def __enter__(self) -> Self:
        make_folder(self.home)
        keep_to_itself(self.home)
        if not self.owned:
            return self
        self.fresh = not _bring_database(self.home / "prefect.db")
        environment = dict(os.environ)
        if not self.scheduling:
            environment |= {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT_UI_ENABLED": "0"}
        environment.setdefault("PREFECT_UI_STATIC_DIRECTORY", str(self.home / "pages"))
        with (self.home / "server.log").open("wb") as log:
            # A session of its own: an interrupt from the keyboard is for the job, which then ends the server.
            self.process = subprocess.Popen(
                [sys.executable, "-m", "flows.server_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=environment,
                start_new_session=True,
            )
        assert self.process.stdout is not None
        self.url = f"http://127.0.0.1:{self.process.stdout.readline().strip().decode()}/api"
        os.environ["PREFECT_API_URL"] = self.url
        return self

    @property
    def page(self) -> str:
        """Where Prefect's own pages are."""
        return self.url.removesuffix("/api")

    def wait(self) -> None:
        """Wait until the server answers.

        Raises:
            ServerError: If it ends or does not answer in time.
        """
        deadline = time.monotonic() + (START if self.owned else START_OF_OTHERS)
        while time.monotonic() < deadline and (self.process is None or self.process.poll() is None):
            if _answers(f"{self.url}/health", direct=self.owned):
                if self.fresh:
                    _keep_database(self.home / "prefect.db")
                return
            time.sleep(0.05 if self.owned else 1)
        if self.owned:
            raise ServerError(f"Prefect 服务没有起来，原因见 {self.home / 'server.log'}")
        raise ServerError(f"连不上环境变量 PREFECT_API_URL 所指的 Prefect 服务 {self.url}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process is None:
            return  # a server of the user's stays as it is
        os.environ.pop("PREFECT_API_URL", None)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _answers(url: str, *, direct: bool) -> bool:
    handlers = [urllib.request.ProxyHandler({})] if direct else []
    try:
        urllib.request.build_opener(*handlers).open(url, timeout=5).close()
    except urllib.error.HTTPError:
        return True  # it wants to know who asks, which Prefect's own client tells it
    except (OSError, ValueError):
        return False
    return True


def _template() -> Path | None:
    """An empty database of this Prefect version, kept between jobs: to make one takes 15 seconds, to copy it none."""
    try:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return cache / "heshu" / f"prefect-{version('prefect')}.db"


def _bring_database(path: Path) -> bool:
    """Copy the template to a place that has no database yet; whether there is one now."""
    template = _template()
    if path.exists():
        return True
    if template is None or not template.is_file():
        return False
    try:
        _copy(template, path)
    except (sqlite3.Error, OSError):
        # The server will make a new one, and the template after it.
        with suppress(OSError):
            path.unlink(missing_ok=True)
        return False
    return True


def _keep_database(path: Path) -> None:
    """Make the template from a database that has seen no run yet; without one the next job only starts later."""
    template = _template()
    if template is None:
        return
    draft = template.with_name(f".{template.name}.{os.getpid()}.tmp")
    with suppress(sqlite3.Error, OSError):
        try:
            template.parent.mkdir(parents=True, exist_ok=True)
            _copy(path, draft)
            draft.replace(template)
        finally:
            draft.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
