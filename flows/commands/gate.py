"""``heshu gate``: the verdict of a finished run again, with the decisions as they stand now."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from checks.refusal import refusal
from flows.exits import Exit, JobError
from flows.nights import latest_run
from reports.gate import Gate, GatedDocument, GateError, open_gate
from reports.rows import Decisions
from reports.store import Store, StoreError, store_url
from reports.visible import visible
from reports.words import VERDICTS

_MOST_DOCUMENTS = 20
_MOST_REASONS = 3


def execute(arguments: Namespace) -> Exit:
    """Say whether a run, or one file of it, may be published.

    Args:
        arguments: ``folder``, ``document`` and ``store``.

    Returns:
        Whether it passes. A file that the run did not check in exactly this state does not.

    Raises:
        JobError: If there is no finished run, or the file cannot be read.
    """
    folder = Path(arguments.folder)
    gate = judged(folder, arguments.store)
    if arguments.document is None:
        print("\n".join(verdict_lines(gate)))
        return Exit.PASSED if gate.verdict == "pass" else Exit.REFUSED
    try:
        documents = gate.of_content(Path(arguments.document).read_bytes())
    except OSError as problem:
        raise JobError(f"读不到 {visible(arguments.document)}：{refusal(problem)}") from problem
    name = visible(arguments.document)
    if not documents:
        print(f"不通过：{name} 现在的内容没有审过（运行 {gate.run_id}）")
        return Exit.REFUSED
    failed = [document for document in documents if document.verdict == "fail"]
    if not failed:
        print(f"通过：{name} 就是审过的这份内容（运行 {gate.run_id}）")
        return Exit.PASSED
    for document in failed:
        print("\n".join(_document_lines(document)))
    return Exit.REFUSED


def judged(folder: Path, store: str = "") -> Gate:
    """The verdict of the run in a folder.

    Args:
        folder: A run's folder or a nightly folder.
        store: URL of the store of decisions; the one beside the run if not given.

    Raises:
        JobError: If there is no finished run, or the store cannot be read.
    """
    try:
        return open_gate(latest_run(folder), _decisions(folder, store))
    except (GateError, StoreError) as problem:
        raise JobError(str(problem)) from problem


def verdict_lines(gate: Gate) -> Iterator[str]:
    """The verdict for people: what failed and why, cut to a screen."""
    failed = [document for document in gate.documents if document.verdict == "fail"]
    for document in failed[:_MOST_DOCUMENTS]:
        yield from _document_lines(document)
    if len(failed) > _MOST_DOCUMENTS:
        yield f"…… 还有 {len(failed) - _MOST_DOCUMENTS} 个文件不通过"
    yield f"{VERDICTS[gate.verdict]}：{len(gate.documents)} 个文件，{len(failed)} 个不通过（运行 {gate.run_id}）"


def _document_lines(document: GatedDocument) -> Iterator[str]:
    yield f"{VERDICTS[document.verdict]}：{visible(document.source)}"
    for reason in document.reasons[:_MOST_REASONS]:
        yield f"  · {visible(reason)}"
    if len(document.reasons) > _MOST_REASONS:
        yield f"  · …… 共 {len(document.reasons)} 条"


def _decisions(folder: Path, store: str) -> Decisions | None:
    url = store
    if not url:
        # A night's run stands in DIR/runs/ID, the store of all nights in DIR.
        beside = (folder, folder.resolve().parent.parent)
        homes = [home for home in beside if (home / "heshu.db").is_file()]
        if not homes:
            return None
        url = store_url(homes[0])
    with Store(url) as opened:
        return opened.decisions()
