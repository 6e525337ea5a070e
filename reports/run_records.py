"""What the driver of a run and the writers of its folder tell each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from checks.policy import Policy


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What the parent is told about one document of a batch.

    Attributes:
        source: Name of the document in its run.
        doc_id: Name of its folder below ``documents/`` and its key in every table.
        sha256: Hash of the file's bytes, empty when not even they could be had.
        size: Number of bytes.
        title: The title as printed, empty where there is none.
        verdict: Whether it passes.
        reasons: What stands against it: the first few, then a line that says how many more.
        chars: Length of its text.
        numbers: How many numerals it has.
        explained: The share of them whose role is known, ``None`` when nothing could be read.
        claims: How many claims it makes; of them ``verified``, ``contradicted`` and ``masked``.
        verified: Claims that a relation confirms.
        contradicted: Claims that a broken relation contradicts.
        masked: Claims whose value is hidden.
        errors: Open findings of severity error.
        warnings: Open findings of severity warning.
        infos: Open findings of severity info.
        unreadable: Whether it could not be read or not be checked to its end.
    """

    source: str
    doc_id: str
    sha256: str
    size: int
    title: str
    verdict: Literal["pass", "fail"]
    reasons: tuple[str, ...]
    chars: int
    numbers: int
    explained: float | None
    claims: int
    verified: int
    contradicted: int
    masked: int
    errors: int
    warnings: int
    infos: int
    unreadable: bool


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What only the driver of a run knows; the one place where times come from.

    Attributes:
        run_id: Name of the run, usable as a folder's name.
        started: When it began, ISO 8601 with its offset from UTC.
        finished: When it ended, likewise.
        versions: Version by package name (``heshu``, ``python``, ``pandas`` …).
        policy: The policy that was applied.
        policy_file: Where it was read from, empty for the default.
        notes: Anything else for run.json that is JSON-able: workers, batch size, seconds a stage …
    """

    run_id: str
    started: str
    finished: str
    versions: Mapping[str, str]
    policy: Policy
    policy_file: str = ""
    notes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a finished run came to.

    Attributes:
        verdict: ``pass`` when every document passes and there is at least one, else ``fail``.
        documents: How many documents there were.
        failed: The summaries of those that do not pass, by source.
        counts: Sums over all documents by name: claims, verified, errors …
    """

    verdict: Literal["pass", "fail"]
    documents: int
    failed: tuple[DocumentSummary, ...]
    counts: Mapping[str, int]
