"""Findings for people at a terminal: the place, the line with the words underlined, the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from wcwidth import wcwidth

from checks.audit import Audit
from checks.finding import Finding, Severity
from reports.lines import Lines
from reports.visible import visible
from reports.words import SEVERITIES

_RESET = "\x1b[0m"
_COLOURS: dict[str, str] = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "info": "\x1b[1;36m",
    "path": "\x1b[1m",
    "frame": "\x1b[2m",
    "pass": "\x1b[1;32m",
}
_NARROWEST = 40


def finding_lines(path: str, audit: Audit, *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """The findings of one document, a block of lines each.

    Args:
        path: The file as the user named it.
        audit: Its audit.
        width: Columns of the terminal.
        colour: Whether to colour by ANSI sequences.

    Yields:
        Lines without their ends; no character of the document reaches the terminal as a control.
    """
    lines = Lines(audit.document.text if audit.document is not None else "")
    for finding in audit.findings:
        yield from _block(path, finding, lines, max(width, _NARROWEST), colour)
        yield ""


def summary_lines(audits: Sequence[tuple[str, Audit]], *, colour: bool = False) -> Iterator[str]:
    """What all documents came to, in a line or two.

    Args:
        audits: The files as the user named them, with their audits.
        colour: Whether to colour by ANSI sequences.
    """
    found: Counter[Severity] = Counter()
    states: Counter[str] = Counter()
    failed = []
    for path, audit in audits:
        found.update(finding.severity for finding in audit.findings if finding.state in ("open", "confirmed"))
        states.update(claim.state for claim in audit.claims)
        if audit.verdict.verdict == "fail":
            failed.append(visible(path))
    faults = "、".join(f"{found[severity]} 处{word}" for severity, word in SEVERITIES.items())
    claims = sum(states.values())
    yield (
        f"查了 {len(audits)} 个文件：{faults}；{claims} 个数据中"
        f"已证实 {states['verified']}、有矛盾 {states['contradicted']}、"
        f"被遮盖 {states['masked']}、未核对 {states['unchecked']}。"
    )
    if failed:
        shown = "、".join(failed[:5]) + (f" 等 {len(failed)} 个文件" if len(failed) > 5 else "")
        yield _paint("不通过", "error", colour) + f"：{shown}"
    else:
        yield _paint("通过", "pass", colour)


def _block(path: str, finding: Finding, lines: Lines, width: int, colour: bool) -> Iterator[str]:
    place = finding.place
    line, column = lines.position(place.start)
    where = visible(path) + (f":{line}:{column}" if place.end > place.start else "")
    head = f"{SEVERITIES[finding.severity]} {finding.rule}"
    locator = f"（{visible(finding.locator)}）" if finding.locator else ""
    yield (
        f"{_paint(where, 'path', colour)} {_paint(head, finding.severity, colour)} "
        f"{visible(finding.message)}{locator}"
    )
    margin = " " * len(str(line))
    if place.end > place.start:
        words, marks = _excerpt(lines, place.start, place.end, line, width - len(margin) - 3)
        yield _paint(f"{line} |", "frame", colour) + f" {words}"
        yield _paint(f"{margin} |", "frame", colour) + f" {_paint(marks, finding.severity, colour)}"
    for label, words in (("依据", finding.evidence), ("建议", finding.suggestion)):
        if words:
            yield _paint(f"{margin} =", "frame", colour) + f" {label}：{visible(words)}"
    for other in finding.related[:3]:
        there = (
            f"{lines.position(other.start)[0]} 行" if other.source == place.source else visible(other.source)
        )
        quote, _ = _cut(visible(other.quote), 40)
        yield _paint(f"{margin} =", "frame", colour) + f" 另见 {there}：{quote}"


def _excerpt(lines: Lines, start: int, end: int, line: int, width: int) -> tuple[str, str]:
    """The part of a line around a span that fits the width, and the marks under the span."""
    first, last = lines.span(line)
    end = min(end, last) if end > start else end
    span, span_width = _cut(_spaced(lines.text[start : min(end, start + width)]), width - 2)
    whole = len(_spaced(lines.text[start:end])) == len(span)
    room = width - span_width - 2
    before, before_width = _cut(_spaced(lines.text[max(first, start - width) : start])[::-1], room // 2)
    after, after_width = _cut(_spaced(lines.text[end : end + width])[: last - end], room - before_width)
    if after_width < room - before_width:
        before, before_width = _cut(
            _spaced(lines.text[max(first, start - width) : start])[::-1], room - after_width
        )
    opens = "…" if first < start - len(before) else ""
    closes = "…" if not whole or end + len(after) < last else ""
    marks = " " * (_columns(opens) + before_width) + "^" * max(1, span_width)
    return opens + before[::-1] + span + (after if whole else "") + closes, marks


def _spaced(text: str) -> str:
    """Make a text's hidden characters visible one for one, so that offsets and columns stay together."""
    return "".join(
        sign if len(sign := visible(character)) == 1 else "\ufffd" for character in text.replace("\t", " ")
    )


def _cut(text: str, width: int) -> tuple[str, int]:
    """The beginning of a text that fits the width, and the columns that it takes."""
    used = 0
    for index, character in enumerate(text):
        columns = max(0, wcwidth(character))
        if used + columns > width:
            return text[:index], used
        used += columns
    return text, used


def _columns(text: str) -> int:
    return sum(max(0, wcwidth(character)) for character in text)


def _paint(text: str, tone: str, colour: bool) -> str:
    return f"{_COLOURS[tone]}{text}{_RESET}" if colour and text else text
