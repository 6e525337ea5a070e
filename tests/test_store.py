"""The store remembers runs, findings and decisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from reports.store import Decision, LedgerEntry, SeenFinding, Store, StoreError, metadata, store_url

MARK = "a" * 32


def seen(doc_id: str = "d1", mark: str = MARK, **fields: str) -> SeenFinding:
    plain = {"source": "甲.txt", "rule": "A01", "severity": "error", "quote": "5家", "message": "不符"}
    return SeenFinding(doc_id, mark, **(plain | fields))


def decision(state: str, reason: str = "口径不同", mark: str = MARK) -> Decision:
    return Decision("d1", mark, state, reason, "李编辑", "2026-01-02T03:04:05+08:00")  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(store_url(tmp_path))


def test_the_last_decision_counts_and_all_are_kept(store: Store) -> None:
    assert store.decisions() == {}
    store.decide(decision("dismissed"))
    store.decide(decision("accepted", mark="b" * 32))
    store.decide(decision("confirmed", "再看确有错"))
    assert store.decisions() == {("d1", MARK): "confirmed", ("d1", "b" * 32): "accepted"}
    store.decide(decision("open", ""))
    assert store.decisions()["d1", MARK] == "open"
    assert [one.state for one in store.history("d1")] == ["dismissed", "accepted", "confirmed", "open"]
    assert store.history("d1")[2] == decision("confirmed", "再看确有错")
    assert store.history("d2") == ()


@pytest.mark.parametrize(("state", "reason"), [("closed", "有理由"), ("dismissed", " ")])
def test_a_decision_needs_a_known_state_and_a_reason(store: Store, state: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r"state|reason"):
        store.decide(decision(state, reason))
    assert store.decisions() == {}


def test_a_finding_keeps_the_run_that_first_saw_it(store: Store) -> None:
    store.record_run("r1", "s", "f", "fail", 1, [seen()])
    store.record_run("r2", "s", "f", "fail", 2, [seen(message="仍不符"), seen("d2")])
    assert store.first_seen(["d1", "d2"]) == {("d1", MARK): "r1", ("d2", MARK): "r2"}
    store.record_run("r2", "s", "f2", "pass", 2, [])
    assert store.first_seen(["d2"]) == {("d2", MARK): "r2"}
    assert store.first_seen([]) == {}


def test_many_findings_and_many_documents(store: Store) -> None:
    store.record_run("r1", "s", "f", "fail", 1, (seen(f"d{number}") for number in range(6_000)))
    assert len(store.first_seen([f"d{number}" for number in range(6_000)])) == 6_000


def test_a_run_is_recorded_whole_or_not_at_all(store: Store) -> None:
    def torn() -> object:
        yield seen()
        raise RuntimeError("the machine stopped")

    with pytest.raises(RuntimeError):
        store.record_run("r1", "s", "f", "fail", 1, torn())  # type: ignore[arg-type]
    assert store.first_seen(["d1"]) == {}


def test_the_ledger_knows_what_was_audited_under_which_rules(store: Store) -> None:
    store.remember([LedgerEntry("d1", "h1", "v1", "r1"), LedgerEntry("d2", "h2", "v1", "r1")])
    store.remember([LedgerEntry("d1", "h1", "v1", "r2")])
    assert store.audited("v1") == {("d1", "h1"): "r2", ("d2", "h2"): "r1"}
    assert store.audited("v2") == {}


def test_a_text_with_nul_is_stored(store: Store) -> None:
    store.record_run("r1", "s", "f", "fail", 1, [seen(quote="a\x00b")])
    assert store.first_seen(["d1"]) == {("d1", MARK): "r1"}


def test_what_was_stored_is_there_after_closing(tmp_path: Path) -> None:
    with Store(store_url(tmp_path)) as store:
        store.decide(decision("dismissed"))
    with Store(store_url(tmp_path)) as again:
        assert again.decisions() == {("d1", MARK): "dismissed"}
    assert (tmp_path / "heshu.db").is_file()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("not a url", "不是数据库地址"),
        ("mysql://u:p@h/db", "驱动|只支持"),
        ("nosuch://h/db", "驱动"),
        ("sqlite:////nonexistent/folder/heshu.db", "数据库用不了"),
    ],
)
def test_a_store_that_cannot_be_opened_says_why(url: str, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        Store(url)


def test_a_foreign_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "heshu.db").write_text("不是数据库" * 100)
    with pytest.raises(StoreError, match=r"heshu\.db"):
        Store(store_url(tmp_path))


def test_a_password_is_never_told() -> None:
    with pytest.raises(StoreError) as problem:
        Store("postgresql://heshu:secret@127.0.0.1:1/heshu")
    assert "secret" not in str(problem.value)


def test_every_table_can_be_made_in_postgresql() -> None:
    for table in metadata.sorted_tables:
        assert table.name in str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
