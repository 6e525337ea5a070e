"""Findings for people at a terminal: the place, the line with the words underlined, the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from checks.audit import Audit
from checks.finding import STANDING, Finding, Severity
from reports.excerpt import cut, excerpt, painted
from reports.lines import Lines
from reports.rows import SHOWN_SINGLY
from reports.visible import visible
from reports.words import SEVERITIES

_NARROWEST = 40


def finding_lines(path: str, audit: Audit, *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """The findings of one document that stand, a block of lines each; of a rule with very many, the first ones.

    Args:
        path: The file as the user named it.
        audit: Its audit.
        width: Columns of the terminal.
        colour: Whether to colour by ANSI sequences.

    Yields:
        Lines without their ends; no character of the document reaches the terminal as a control.
    """
    lines = Lines(audit.document.text if audit.document is not None else "")
    more: dict[str, list[Finding]] = {}
    shown: Counter[str] = Counter()
    for finding in audit.findings:
        if finding.state not in STANDING:
            continue
        shown[finding.rule] += 1
        if shown[finding.rule] > SHOWN_SINGLY:
            more.setdefault(finding.rule, []).append(finding)
            continue
        yield from _block(path, finding, lines, max(width, _NARROWEST), colour)
        yield ""
    for rule, others in more.items():
        places = "、".join(str(lines.position(other.place.start)[0]) for other in others[:SHOWN_SINGLY])
        some = " 等" if len(others) > SHOWN_SINGLY else ""
        yield (
            f"{painted(visible(path), 'path', colour)} "
            f"{painted(f'{SEVERITIES[others[0].severity]} {rule}', others[0].severity, colour)} "
            f"还有 {len(others)} 处，在第 {places} 行{some}；--format json 列出全部"
        )
        yield ""


@dataclass(slots=True)
class Tally:
    """What the documents came to so far; it keeps counts and names, no document."""

    documents: int = 0
    found: Counter[Severity] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    settled: int = 0
    failed: list[str] = field(default_factory=list)

    def add(self, path: str, audit: Audit) -> None:
        """Count a document in.

        Args:
            path: The file as the user named it.
            audit: Its audit.
        """
        standing = [finding.severity for finding in audit.findings if finding.state in STANDING]
        self.documents += 1
        self.found.update(standing)
        self.settled += len(audit.findings) - len(standing)
        self.states.update(claim.state for claim in audit.claims)
        if audit.verdict.verdict == "fail":
            self.failed.append(visible(path))

    def lines(self, *, colour: bool = False) -> Iterator[str]:
        """Tell it, in a line or two.

        Args:
            colour: Whether to colour by ANSI sequences.
        """
        faults = "、".join(f"{self.found[severity]} 处{word}" for severity, word in SEVERITIES.items())
        states = self.states
        yield (
            f"查了 {self.documents} 个文件：{faults}；{sum(states.values())} 个数据中"
            f"已证实 {states['verified']}、有矛盾 {states['contradicted']}、"
            f"被遮盖 {states['masked']}、未核对 {states['unchecked']}。"
            + (f"另有 {self.settled} 处记在基线里，不再报。" if self.settled else "")
        )
        if self.failed:
            more = f" 等 {len(self.failed)} 个文件" if len(self.failed) > 5 else ""
            yield painted("不通过", "error", colour) + f"：{'、'.join(self.failed[:5])}{more}"
        else:
            yield painted("通过", "pass", colour)


def _block(path: str, finding: Finding, lines: Lines, width: int, colour: bool) -> Iterator[str]:
    place = finding.place
    line, column = lines.position(place.start)
    where = visible(path) + (f":{line}:{column}" if place.end > place.start else "")
    head = f"{SEVERITIES[finding.severity]} {finding.rule}"
    locator = f"（{visible(finding.locator)}）" if finding.locator else ""
    yield (
        f"{painted(where, 'path', colour)} {painted(head, finding.severity, colour)} "
        f"{visible(finding.message)}{locator}"
    )
    margin = " " * len(str(line))
    if place.end > place.start:
        words, marks = excerpt(lines, place.start, place.end, line, width - len(margin) - 3)
        yield painted(f"{line} |", "frame", colour) + f" {words}"
        yield painted(f"{margin} |", "frame", colour) + f" {painted(marks, finding.severity, colour)}"
    for label, words in (("依据", finding.evidence), ("建议", finding.suggestion)):
        if words:
            yield painted(f"{margin} =", "frame", colour) + f" {label}：{visible(words)}"
    for other in finding.related[:3]:
        there = (
            f"{lines.position(other.start)[0]} 行" if other.source == place.source else visible(other.source)
        )
        quote, _ = cut(visible(other.quote), 40)
        yield painted(f"{margin} =", "frame", colour) + f" 另见 {there}：{quote}"
