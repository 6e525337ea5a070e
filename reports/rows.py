"""Rows of the tables, as plain dictionaries: what every report, page and machine format is made from."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any

from checks.audit import Audit
from checks.engine import CheckedClaim, PlacedRelation
from checks.finding import STANDING, Finding, FindingState, Place
from checks.policy import Policy
from checks.verdict import decide_by_share, explained_share
from extract import Reading
from extract.claim import Claim
from extract.quantity import Quantity
from extract.script import script_of

Row = dict[str, Any]
Decisions = Mapping[tuple[str, str], FindingState]
"""What reviewers decided: (doc_id, fingerprint) -> state."""

TABLES = ("documents", "numbers", "claims", "relations", "findings")
JSON_COLUMNS = {"claims": ("values",), "relations": ("members",), "findings": ("related",)}
"""Columns that hold a list in a row and a JSON text in a table."""

SHOWN_SINGLY = 20
"""Findings of one rule in one document that people are shown one by one; the tables keep every one."""

_SENTENCE_LIMIT = 300
_WIDE = Context(prec=60)


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """Everything that is told about one document.

    Attributes:
        text: The text as read, which all offsets count; empty when nothing could be read.
        document: Its row of the table ``documents``.
        numbers: Its rows of ``numbers``.
        claims: Its rows of ``claims``.
        relations: Its rows of ``relations``.
        findings: Its rows of ``findings``.
        reasons: What stands against the document, in Chinese.
    """

    text: str
    document: Row
    numbers: tuple[Row, ...]
    claims: tuple[Row, ...]
    relations: tuple[Row, ...]
    findings: tuple[Row, ...]
    reasons: tuple[str, ...]

    def table(self, name: str) -> tuple[Row, ...]:
        """The document's rows of one of ``TABLES``."""
        if name == "documents":
            return (self.document,)
        rows: tuple[Row, ...] = getattr(self, name)
        return rows


def document_id(source: str) -> str:
    """The key of a document in every table and the name of its folder: 12 hexadecimal digits made from its source.

    Composed and decomposed spellings of one name give one id, so that it survives a move between file systems.
    """
    name = unicodedata.normalize("NFC", source).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(name, digest_size=6, person=b"heshu-document").hexdigest()


def document_rows(audit: Audit, policy: Policy, decisions: Decisions | None = None) -> DocumentRows:
    """Make the rows of one document.

    Args:
        audit: The audit.
        policy: What blocks; used when decisions change the verdict.
        decisions: What reviewers decided so far; they set the state of findings, and so the verdict.

    Returns:
        The rows, columns in the order of the contract. Offsets count the text as read.
    """
    doc_id = document_id(audit.source)
    rows = DocumentRows(
        text="" if audit.document is None else audit.document.text,
        document=_document_row(doc_id, audit),
        numbers=() if audit.reading is None else _number_rows(doc_id, audit.reading),
        claims=() if audit.reading is None else _claim_rows(doc_id, audit.reading, audit.claims),
        relations=tuple(_relation_row(doc_id, audit.source, placed) for placed in audit.relations),
        findings=with_decisions(doc_id, audit.findings, decisions),
        reasons=(),
    )
    return judged(_encodable(rows), policy)


def judged(rows: DocumentRows, policy: Policy) -> DocumentRows:
    """Count the findings and claims of a document again and give its verdict again.

    Args:
        rows: The rows, some of which may be new.
        policy: What blocks.

    Returns:
        The rows with a document's row and reasons that agree with the others.
    """
    findings = [finding_of(row) for row in rows.findings]
    verdict = decide_by_share(findings, rows.document["explained"], policy)
    standing = Counter(row["severity"] for row in rows.findings if row["state"] in STANDING)
    states = Counter(row["state"] for row in rows.claims)
    document = rows.document | {
        "numbers": len(rows.numbers),
        "claims": len(rows.claims),
        "verified": states["verified"],
        "contradicted": states["contradicted"],
        "masked": states["masked"],
        "errors": standing["error"],
        "warnings": standing["warning"],
        "infos": standing["info"],
        "verdict": verdict.verdict,
    }
    return replace(rows, document=document, reasons=verdict.reasons)


def with_decisions(doc_id: str, findings: Sequence[Finding], decisions: Decisions | None) -> tuple[Row, ...]:
    """The rows of findings, in the state that reviewers gave them."""
    decided = decisions or {}
    return tuple(
        finding_row(doc_id, replace(finding, state=decided.get((doc_id, finding.fingerprint), finding.state)))
        for finding in findings
    )


def finding_row(doc_id: str, finding: Finding) -> Row:
    """The row of one finding."""
    place = finding.place
    return {
        "doc_id": doc_id,
        "source": place.source,
        "finding_id": finding.finding_id,
        "rule": finding.rule,
        "scope": finding.scope,
        "category": finding.category,
        "severity": finding.severity,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
        "message": finding.message,
        "evidence": finding.evidence,
        "suggestion": finding.suggestion,
        "related": [
            {"source": other.source, "start": other.start, "end": other.end, "quote": other.quote}
            for other in finding.related
        ],
        "fingerprint": finding.fingerprint,
        "locator": finding.locator,
        "state": finding.state,
    }


def finding_of(row: Row) -> Finding:
    """The finding that a row was made from."""
    return Finding(
        finding_id=row["finding_id"],
        rule=row["rule"],
        scope=row["scope"],
        category=row["category"],
        severity=row["severity"],
        place=Place(row["source"], row["start"], row["end"], row["quote"]),
        message=row["message"],
        evidence=row["evidence"],
        suggestion=row["suggestion"],
        related=tuple(Place(**other) for other in row["related"]),
        fingerprint=row["fingerprint"],
        locator=row["locator"],
        state=row["state"],
    )


def plain(value: Fraction) -> str:
    """A number as a decimal without an exponent, exact where it ends within 60 digits."""
    if value.denominator == 1:
        return f"{Decimal(value.numerator):f}"  # str() of an int refuses more than 4,300 digits
    with_exponent = _WIDE.divide(Decimal(value.numerator), Decimal(value.denominator))
    return f"{with_exponent:f}"


def nearest_float(value: Fraction | Decimal) -> float:
    """The nearest finite double; what lies beyond the largest one becomes the largest one."""
    try:
        return float(value)
    except OverflowError:
        return sys.float_info.max if value > 0 else -sys.float_info.max


def _document_row(doc_id: str, audit: Audit) -> Row:
    document, reading = audit.document, audit.reading
    read = document is not None and reading is not None
    return {
        "doc_id": doc_id,
        "source": audit.source,
        "sha256": audit.sha256 or (document.sha256 if document is not None else None),
        "bytes": audit.size or (document.size if document is not None else 0),
        "media_type": document.media_type if document is not None else None,
        "encoding": document.encoding if document is not None else None,
        "script": script_of(document.text) if document is not None else None,
        "title": (reading.outline.title or None) if reading is not None else None,
        "chars": len(document.text) if document is not None else 0,
        "sentences": len(reading.outline.sentences) if reading is not None else 0,
        "numbers": 0,
        "claims": 0,
        "explained": explained_share(reading) if read and reading is not None else None,
        "verified": 0,
        "contradicted": 0,
        "masked": 0,
        "errors": 0,
        "warnings": 0,
        "infos": 0,
        "verdict": "fail",
    }


_VALUELESS = frozenset({"phone", "code"})
"""Roles whose digits stand for no amount."""


def _number_rows(doc_id: str, reading: Reading) -> tuple[Row, ...]:
    return tuple(_number_row(doc_id, reading, quantity) for quantity in reading.quantities)


def _number_row(doc_id: str, reading: Reading, quantity: Quantity) -> Row:
    start, end = reading.prose.raw(quantity.start, quantity.end)
    numeral, unit = quantity.numeral, quantity.unit
    factor = unit.factor if unit is not None else Fraction(1)
    known = numeral.shape == "single" and len(numeral.values) == 1
    # 二十几万 is told by what is known of it, as 二十多万 is; 几十万 and 二三十万 have no single value.
    known = known or (numeral.vague and "几" in reading.prose.text[numeral.start + 1 : numeral.end])
    known = known and quantity.role not in _VALUELESS
    if numeral.ordinal and start and reading.document.text[start - 1] == "第":
        start -= 1
    return {
        "doc_id": doc_id,
        "source": reading.document.source,
        "start": start,
        "end": end,
        "quote": reading.document.text[start:end],
        "role": quantity.role,
        "value": nearest_float(Fraction(numeral.values[0]) * factor) if known else None,
        "unit": (unit.name if unit is not None else numeral.percent) or None,
    }


def _claim_rows(doc_id: str, reading: Reading, checked: Sequence[CheckedClaim]) -> tuple[Row, ...]:
    return tuple(
        _claim_row(doc_id, reading, claim, verdict)
        for claim, verdict in zip(reading.claims, checked, strict=True)
    )


def _claim_row(doc_id: str, reading: Reading, claim: Claim, checked: CheckedClaim) -> Row:
    start, end = reading.prose.raw(claim.start, claim.end)
    interval, period = claim.interval, claim.period
    # A fraction of a whole (三分之一, 半数) is a share, and shares are told in percent.
    times = 100 if _is_fraction(claim) else 1
    return {
        "doc_id": doc_id,
        "source": reading.document.source,
        "claim_id": claim_id(claim.number),
        "start": start,
        "end": end,
        "quote": reading.document.text[start:end],
        "number": claim.numeral,
        "resolution": None if claim.resolution is None else plain(claim.resolution),
        "value": None if claim.value is None else nearest_float(claim.value * times),
        "low": None if interval is None else _end(interval.low, -1, times),
        "high": None if interval is None else _end(interval.high, 1, times),
        "unit_printed": claim.quantity.unit_printed or None,
        "indicator_key": claim.indicator_key,
        "scope": claim.scope,
        "values": [nearest_float(value * times) for value in claim.values],
        "unit": "%" if times == 100 else claim.unit or None,
        "bound": claim.bound,
        "kind": claim.kind,
        "direction": claim.direction,
        "status": claim.status,
        "masked": claim.masked,
        "indicator": claim.indicator,
        "period": period.text if period is not None else None,
        "period_start": period.start if period is not None else None,
        "period_end": period.end if period is not None else None,
        "region": claim.region,
        "base": claim.base,
        "sentence": _sentence(reading, claim, start, end),
        "state": checked.state,
        "state_reason": checked.reason,
    }


def claim_id(number: int) -> str:
    """The name of a claim within its document."""
    return f"c{number + 1}"


def _is_fraction(claim: Claim) -> bool:
    numeral = claim.quantity.numeral
    return (
        not claim.unit
        and numeral.shape != "ratio"
        and bool(numeral.resolutions)
        and numeral.resolutions[0] == 0
    )


def _end(end: Fraction | None, sign: int, times: int) -> float:
    return sign * float("inf") if end is None else nearest_float(end * times)


def _sentence(reading: Reading, claim: Claim, start: int, end: int) -> str:
    """The words around a claim, cut where a text without full stops would repeat itself with every number."""
    text = reading.document.text
    if not 0 <= claim.sentence < len(reading.outline.sentences):
        return text[start:end]
    sentence = reading.outline.sentences[claim.sentence]
    first, last = reading.prose.raw(sentence.start, sentence.end)
    if last - first <= _SENTENCE_LIMIT:
        return text[first:last]
    spare = max(0, _SENTENCE_LIMIT - (end - start)) // 2
    low, high = max(first, start - spare), min(last, end + spare)
    return ("…" if low > first else "") + text[low:high] + ("…" if high < last else "")


def _relation_row(doc_id: str, source: str, placed: PlacedRelation) -> Row:
    relation = placed.relation
    return {
        "doc_id": doc_id,
        "source": source,
        "relation_id": placed.relation_id,
        "rule": relation.rule,
        "kind": relation.kind,
        "strength": relation.strength,
        "state": relation.state,
        "equation": relation.equation,
        "reason": relation.reason,
        "members": [
            {
                "claim_id": None if member.claim is None else claim_id(member.claim),
                "start": place.start,
                "end": place.end,
                "quote": place.quote,
            }
            for member, place in zip(relation.members, placed.places, strict=True)
        ],
        "start": placed.start,
        "end": placed.end,
    }


def _encodable(rows: DocumentRows) -> DocumentRows:
    """Replace lone surrogates, which no file can hold, by question marks: one character by one, so offsets stay."""
    try:
        rows.text.encode("utf-8")
        rows.document["source"].encode("utf-8")
    except UnicodeEncodeError:
        return DocumentRows(
            text=_clean(rows.text),
            document=_clean(rows.document),
            numbers=_clean(rows.numbers),
            claims=_clean(rows.claims),
            relations=_clean(rows.relations),
            findings=_clean(rows.findings),
            reasons=rows.reasons,
        )
    return rows


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_clean(item) for item in value)
    return value
