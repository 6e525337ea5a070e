"""The pages that people read: one for the run and one for each document, self-contained and without network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby, islice
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from checks.relation import State
from reports import words
from reports.lines import Lines
from reports.marked_text import WHOLE_TEXT_LIMIT, marked_lines
from reports.rows import SHOWN_SINGLY, DocumentRows, Row, document_id
from reports.told_rules import rule_title

FINDINGS_SHOWN = 3_000
RELATIONS_SHOWN = 1_000
NUMBERS_SHOWN = 500
_RELATION_ORDER: tuple[State, ...] = ("broken", "holds", "not_assessable")
_OPERATOR = re.compile("([+=×÷/])")
_REASONS_SHOWN = 8
_QUOTE_SHOWN = 160
_ELSEWHERE_SHOWN = 5


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings that are listed together.

    Attributes:
        rule: Code of their rule.
        title: The rule's title.
        severity: Their severity.
        findings: The findings with their numbers in the table, from 0.
        folded: Whether there are so many that they open only on request.
    """

    rule: str
    title: str
    severity: str
    findings: tuple[tuple[int, Row], ...]
    folded: bool


def report_page(rows: DocumentRows) -> str:
    """The page of one document.

    Args:
        rows: Everything that is told about it.

    Returns:
        A whole HTML document; the same rows give the same page.
    """
    lines = Lines(rows.text)
    relations = {state: [row for row in rows.relations if row["state"] == state] for state in _RELATION_ORDER}
    return _template("report.html").render(
        document=rows.document,
        name=rows.document["title"] or rows.document["source"].rpartition("/")[2],
        reasons=_counted(rows.reasons),
        states=_claim_states(rows.document),
        groups=_groups(rows.findings, lines),
        hidden_findings=max(0, len(rows.findings) - FINDINGS_SHOWN),
        severities=Counter(row["severity"] for row in rows.findings),
        categories=Counter(row["category"] for row in rows.findings),
        lines=marked_lines(lines, rows.claims, rows.findings),
        whole=len(rows.text),
        whole_limit=WHOLE_TEXT_LIMIT,
        claims=rows.claims,
        notes=[[row["state"], _short(row["state_reason"]), _about(row)] for row in rows.claims],
        relations=relations,
        relation_order=[(state, words.RELATION_STATES[state]) for state in _RELATION_ORDER],
        relations_shown=RELATIONS_SHOWN,
        unexplained=[row for row in rows.numbers if row["role"] == "unexplained"],
        numbers_shown=NUMBERS_SHOWN,
        position=lines.position,
    )


def index_page(
    run: Mapping[str, Any], counts: Mapping[str, int], documents: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    """The page of a run, piece by piece.

    Args:
        run: ``verdict`` and ``run_id``.
        counts: Sums over all documents.
        documents: Rows of the table ``documents``, each with its ``reasons``; those that do not pass are shown first.
    """
    template = _template("index.html")
    ordered = sorted(documents, key=lambda row: row["verdict"] == "pass")
    return template.generate(
        run=run,
        counts=counts,
        documents=({**row, "states": _claim_states(row)} for row in ordered),
        states=_claim_states(counts),
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "words": words,
        "asset": _asset,
        "policy": _content_policy,
        "rule_title": rule_title,
    }
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.filters |= {
        "short": _short,
        "breakable": _breakable,
        "elsewhere": _elsewhere,
        "grouped": lambda number: f"{number:,}",
        "percent": _percent,
    }
    return environment


def _template(name: str) -> Template:
    return _environment().get_template(name)


@lru_cache(maxsize=8)
def _asset(name: str) -> Markup:
    """A style sheet or script of the package, which stands in the page as it is."""
    return Markup(files("reports").joinpath("templates", name).read_text("utf-8"))


def _content_policy(style: str, script: str) -> str:
    """A content security policy that allows nothing but the page's own style and script."""

    def source(name: str) -> str:
        digest = hashlib.sha256(_asset(name).encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    return (
        f"default-src 'none'; style-src {source(style)}; script-src {source(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _elsewhere(row: Row) -> list[tuple[str, str, str]]:
    """The places of a finding in other documents: the document's page, its name and the words there; the first few."""
    others = (other for other in row["related"] if other["source"] != row["source"])
    return [
        (f"../{document_id(other['source'])}/report.html", other["source"], other["quote"])
        for other in islice(others, _ELSEWHERE_SHOWN)
    ]


def _claim_states(counts: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    """The claims of a document or a run by state: name, word and number."""
    known = {state: int(counts[state]) for state in ("verified", "contradicted", "masked")}
    known["unchecked"] = int(counts["claims"]) - sum(known.values())
    return [(state, word, known[state]) for state, word in words.CLAIM_STATES.items()]


def _counted(reasons: Sequence[str]) -> tuple[list[tuple[str, int]], int]:
    """The first reason of each rule with the number of its like, and how many kinds are not told."""
    kinds: dict[str, list[str]] = {}
    for reason in reasons:
        kinds.setdefault(reason.partition(" ")[0], []).append(reason)
    counted = [(like[0], len(like)) for like in kinds.values()]
    return counted[:_REASONS_SHOWN], max(0, len(counted) - _REASONS_SHOWN)


def _groups(findings: Sequence[Row], lines: Lines) -> list[FindingGroup]:
    """The findings by severity and place; a rule with very many is folded into one group."""
    numbered = list(enumerate(findings))[:FINDINGS_SHOWN]
    many = Counter(row["rule"] for _, row in numbered)

    def order(item: tuple[int, Row]) -> tuple[int, bool, str, int]:
        number, row = item
        folded = many[row["rule"]] > SHOWN_SINGLY
        return words.SEVERITY_ORDER.index(row["severity"]), folded, row["rule"] if folded else "", number

    groups = []
    for (_, folded, _), members in groupby(sorted(numbered, key=order), key=lambda item: order(item)[:3]):
        listed = tuple(members)
        rule = listed[0][1]["rule"]
        groups.append(FindingGroup(rule, rule_title(rule), listed[0][1]["severity"], listed, folded))
    return groups


def _about(claim: Row) -> str:
    """What a claim is about, in a few words."""
    parts = (claim["region"], claim["period"], claim["indicator"])
    return _short(" · ".join(part for part in parts if part))


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE_SHOWN else f"{text[: _QUOTE_SHOWN - 1]}…"


def _breakable(text: str) -> Markup:
    """Let a long equation break after its operators."""
    return Markup(_OPERATOR.sub(r"\1<wbr>", str(escape(text))))


def _percent(share: float | None) -> str:
    if share is None:
        return "—"
    # A share that is not whole must not be rounded up to all.
    return f"{min(share, 0.999) if share < 1 else 1:.1%}"
