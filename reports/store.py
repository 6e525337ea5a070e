"""The store: what runs saw, what reviewers decided and what need not be audited again.

It is one SQLite file in the run's folder by default, and a PostgreSQL database by URL. Decisions are only ever added:
the last one on a finding counts, the earlier ones are its history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, get_args

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    func,
    insert,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from checks.finding import FindingState

_BATCH = 5_000
_WAIT_SECONDS = 30

metadata = MetaData()
runs = Table(
    "runs",
    metadata,
    Column("run_id", String(64), primary_key=True),
    Column("started", String(40), nullable=False),
    Column("finished", String(40), nullable=False),
    Column("verdict", String(8), nullable=False),
    Column("documents", Integer, nullable=False),
)
ledger = Table(
    "ledger",
    metadata,
    Column("doc_id", String(16), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("rules", String(64), primary_key=True),
    Column("run_id", String(64), nullable=False),
)
findings = Table(
    "findings",
    metadata,
    Column("doc_id", String(16), primary_key=True),
    Column("fingerprint", String(32), primary_key=True),
    Column("source", Text, nullable=False),
    Column("rule", String(8), nullable=False),
    Column("severity", String(8), nullable=False),
    Column("quote", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("first_run", String(64), nullable=False),
    Column("last_run", String(64), nullable=False),
)
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("doc_id", String(16), nullable=False, index=True),
    Column("fingerprint", String(32), nullable=False),
    Column("state", String(12), nullable=False),
    Column("reason", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("decided", String(40), nullable=False),
)


class StoreError(Exception):
    """A store that cannot be opened, read or written; the message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about a finding.

    Attributes:
        doc_id: The document.
        fingerprint: The finding, across edits elsewhere and across nights.
        state: ``dismissed``, ``confirmed``, ``accepted``, or ``open`` to take an earlier decision back.
        reason: Why, in the reviewer's words; never empty but for ``open``.
        who: The reviewer.
        decided: When, ISO 8601.
    """

    doc_id: str
    fingerprint: str
    state: FindingState
    reason: str
    who: str
    decided: str


@dataclass(frozen=True, slots=True)
class SeenFinding:
    """A finding of a run, as the store remembers it; the fields are those of the table ``findings``."""

    doc_id: str
    fingerprint: str
    source: str
    rule: str
    severity: str
    quote: str
    message: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A document that was audited with its outcome written whole.

    Attributes:
        doc_id: The document.
        sha256: Hash of its bytes.
        rules: Version of the rules and the policy together, as the driver of the run computes it.
        run_id: The run whose folder holds the outcome.
    """

    doc_id: str
    sha256: str
    rules: str
    run_id: str


def store_url(folder: Path, given: str = "") -> str:
    """The URL of the store of a folder: the one that was given, or ``heshu.db`` in the folder."""
    if given:
        return given
    return f"sqlite:///{(folder / 'heshu.db').as_posix()}"


class Store:
    """An open store, to be used in a ``with`` block.

    Args:
        url: From :func:`store_url`. ``postgresql://`` uses the driver psycopg.

    Raises:
        StoreError: If it cannot be opened.
    """

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url)
        except ArgumentError as problem:
            raise StoreError(
                f"“{url}”不是数据库地址，应形如 sqlite:///文件 或 postgresql://主机/库名"
            ) from problem
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        self._name = parsed.render_as_string(hide_password=True)
        waiting = {"timeout": _WAIT_SECONDS} if parsed.get_backend_name() == "sqlite" else {}
        try:
            self._engine = create_engine(parsed, connect_args=waiting)
        except (NoSuchModuleError, ImportError) as problem:
            raise StoreError(
                f"{self._name}：缺少数据库驱动，PostgreSQL 的随 heshu[postgres] 安装"
            ) from problem
        if self._engine.dialect.name not in ("sqlite", "postgresql"):
            raise StoreError(f"{self._name}：只支持 SQLite 和 PostgreSQL")
        with self._connected() as connection:
            metadata.create_all(connection)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def decisions(self) -> dict[tuple[str, str], FindingState]:
        """The last decision on each finding, by doc_id and fingerprint; ``open`` where it was taken back."""
        last = select(func.max(decisions.c.number)).group_by(decisions.c.doc_id, decisions.c.fingerprint)
        query = select(decisions.c.doc_id, decisions.c.fingerprint, decisions.c.state).where(
            decisions.c.number.in_(last)
        )
        with self._connected() as connection:
            return {(doc_id, mark): state for doc_id, mark, state in connection.execute(query)}

    def decide(self, decision: Decision) -> None:
        """Add a decision.

        Raises:
            ValueError: If the state is not known, or a reason is missing.
            StoreError: If it cannot be written.
        """
        if decision.state not in get_args(FindingState):
            raise ValueError(f"{decision.state!r} is no state of a finding")
        if decision.state != "open" and not decision.reason.strip():
            raise ValueError("a decision needs a reason")
        with self._connected() as connection:
            connection.execute(insert(decisions), [_storable(asdict(decision))])

    def history(self, doc_id: str) -> tuple[Decision, ...]:
        """All decisions ever made about a document, the first one first."""
        columns = [column for column in decisions.c if column.name != "number"]
        query = select(*columns).where(decisions.c.doc_id == doc_id).order_by(decisions.c.number)
        with self._connected() as connection:
            return tuple(Decision(**row) for row in connection.execute(query).mappings())

    def record_run(
        self,
        run_id: str,
        started: str,
        finished: str,
        verdict: str,
        documents: int,
        seen: Iterable[SeenFinding],
    ) -> None:
        """Record a finished run and what it saw, all of it or nothing; recorded again, a run replaces itself.

        Raises:
            StoreError: If it cannot be written.
        """
        run = {
            "run_id": run_id,
            "started": started,
            "finished": finished,
            "verdict": verdict,
            "documents": documents,
        }
        rows = ({**asdict(finding), "first_run": run_id, "last_run": run_id} for finding in seen)
        with self._connected() as connection:
            _upsert(connection, runs, [run], ("started", "finished", "verdict", "documents"))
            while batch := list(islice(rows, _BATCH)):
                _upsert(connection, findings, batch, ("severity", "quote", "message", "last_run"))

    def first_seen(self, doc_ids: Sequence[str]) -> dict[tuple[str, str], str]:
        """The run that first saw each finding of some documents, by doc_id and fingerprint."""
        found: dict[tuple[str, str], str] = {}
        with self._connected() as connection:
            for some in _batches(doc_ids, 500):
                query = select(findings.c.doc_id, findings.c.fingerprint, findings.c.first_run)
                rows = connection.execute(query.where(findings.c.doc_id.in_(some)))
                found.update({(doc_id, mark): run for doc_id, mark, run in rows})
        return found

    def remember(self, entries: Iterable[LedgerEntry]) -> None:
        """Note documents whose outcome stands in a run's folder.

        Raises:
            StoreError: If it cannot be written.
        """
        rows = (asdict(entry) for entry in entries)
        with self._connected() as connection:
            while batch := list(islice(rows, _BATCH)):
                _upsert(connection, ledger, batch, ("run_id",))

    def audited(self, rules: str) -> dict[tuple[str, str], str]:
        """The runs that hold the outcome of a document under these rules, by doc_id and sha256."""
        query = select(ledger.c.doc_id, ledger.c.sha256, ledger.c.run_id).where(ledger.c.rules == rules)
        with self._connected() as connection:
            return {(doc_id, sha256): run_id for doc_id, sha256, run_id in connection.execute(query)}

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as problem:
            cause = str(getattr(problem, "orig", None) or problem).splitlines()[0]
            raise StoreError(f"{self._name}：数据库用不了（{cause}），请检查地址、权限和磁盘") from problem


def _upsert(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], renewed: Sequence[str]
) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    statement = statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={name: statement.excluded[name] for name in renewed},
    )
    connection.execute(statement, [_storable(row) for row in rows])


def _storable(row: Mapping[str, Any]) -> dict[str, Any]:
    """PostgreSQL holds no NUL in a text; documents may."""
    return {
        key: value.replace("\x00", "\ufffd") if isinstance(value, str) else value
        for key, value in row.items()
    }


def _batches(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
