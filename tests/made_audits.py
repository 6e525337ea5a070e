"""Audits made by hand, so that reports are tested apart from the reading of numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from checks.audit import Audit
from checks.engine import CheckedClaim, PlacedRelation, failed_reading
from checks.finding import Finding, Place
from checks.fingerprint import fingerprint
from checks.policy import Policy
from checks.relation import Member, Relation
from checks.verdict import decide
from extract import Block, Document, Reading, ReadingError
from extract.claim import Claim, Period
from extract.interval import Interval
from extract.outline import Outline, Paragraph, Sentence
from extract.prose import Cut, cut_out
from extract.quantity import Numeral, Quantity, Unit

TEXT = (
    "青川市2025年上半年经济运行情况\n"
    "上半年，全市实现地区生产总值521.3亿元，比上年同期增长6.2%。其中，第一产业增加值48.1亿元，"
    "第二产业增加值230.5亿元，第三产业增加值252.7亿元。\n"
    "一般公共预算收入X亿元，占目标的51.5%。\n"
    "城乡居民收入比为2:1，位列全省第4名。"
)


def claim(text: str, quote: str, nth: int = 0, **fields: Any) -> Claim:
    """A claim at the nth place of a quote; value, unit and kind by name, the rest as plain as can be."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    end = start + len(quote)
    value = fields.pop("value", None)
    values = tuple(Fraction(item) for item in fields.pop("values", ()))
    exact = None if value is None else Fraction(value)
    resolution = fields.pop("resolution", None)
    resolution = None if resolution is None else Fraction(resolution)
    numeral = fields.pop("numeral", quote)
    masked = exact is None and not values
    interval = None
    if exact is not None:
        interval = Interval.rounded(exact, resolution or 0)
    unit = fields.pop("unit", "")
    quantity = Quantity(
        start=start,
        end=end,
        numeral=Numeral(
            start,
            start + len(numeral),
            "masked" if masked else "ratio" if values else "single",
            (Fraction(exact),) if exact is not None else values,
            (Decimal(1),),
            True,
        ),
        unit=Unit(unit, Fraction(1), "") if unit else None,
        unit_printed=unit,
        bound="=",
        span=(start, end),
        role="claim",
        reason="",
    )
    plain: dict[str, Any] = {
        "number": 0,
        "start": start,
        "end": end,
        "quantity": quantity,
        "numeral": numeral,
        "value": exact,
        "values": values,
        "resolution": resolution if not masked else None,
        "interval": interval,
        "unit": unit,
        "bound": "=",
        "kind": "level",
        "direction": None,
        "status": "actual",
        "masked": masked,
        "indicator": None,
        "indicator_key": None,
        "price_class": None,
        "scope": None,
        "region": None,
        "period": None,
        "base": None,
        "sentence": 0,
    }
    return Claim(**(plain | fields))


def finding(
    source: str, text: str, rule: str, quote: str, severity: str = "error", nth: int = 0, **fields: Any
) -> Finding:
    """A finding at the nth place of a quote; ``related`` takes quotes."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    related = tuple(
        Place(source, text.index(words), text.index(words) + len(words), words)
        for words in fields.pop("related", ())
    )
    message = fields.pop("message", f"“{quote}”有问题")
    plain: dict[str, Any] = {
        "finding_id": f"{rule}-1",
        "rule": rule,
        "scope": "document",
        "category": "arithmetic",
        "severity": severity,
        "place": Place(source, start, start + len(quote), quote),
        "message": message,
        "evidence": "",
        "suggestion": "",
        "related": related,
        "fingerprint": fingerprint(rule, quote, message, (), nth),
        "locator": "",
    }
    return Finding(**(plain | fields))


def made_audit(
    source: str = "青川.txt",
    text: str = TEXT,
    claims: Sequence[Claim] = (),
    states: Sequence[CheckedClaim] = (),
    relations: Sequence[Relation] = (),
    findings: Sequence[Finding] = (),
    *,
    cuts: Sequence[Cut] = (),
    title: str = "",
    policy: Policy | None = None,
) -> Audit:
    """An audit of a text; without cuts the analysis text is the text as read."""
    prose = cut_out(text, cuts, text)
    data = text.encode("utf-8", "surrogatepass")
    paragraphs, sentences, position = [], [], 0
    for line in prose.text.splitlines(keepends=True):
        paragraphs.append(Paragraph(position, position + len(line.rstrip()), "body", 0, -1))
        sentences.append(Sentence(position, position + len(line.rstrip()), len(paragraphs) - 1))
        position += len(line)
    document = Document(
        source,
        hashlib.sha256(data).hexdigest(),
        len(data),
        "text/plain",
        "utf-8",
        text,
        (Block("paragraph", 0, len(text)),),
    )
    numbered = tuple(replace(one, number=number) for number, one in enumerate(claims))
    reading = Reading(
        document,
        prose,
        Outline(tuple(paragraphs), tuple(sentences), (), title, None),
        tuple(one.quantity for one in numbered),
        numbered,
    )
    states = states or [
        CheckedClaim("masked", "数值被遮盖") if one.masked else CheckedClaim("unchecked", "没有可核对的数")
        for one in numbered
    ]
    placed = []
    for number, relation in enumerate(relations, 1):
        places = []
        for member in relation.members:
            start, end = prose.raw(member.start, member.end)
            places.append(Place(source, start, end, text[start:end]))
        placed.append(
            PlacedRelation(
                f"r{number}",
                relation,
                tuple(places),
                min(place.start for place in places),
                max(place.end for place in places),
            )
        )
    return Audit(
        source,
        document,
        reading,
        tuple(states),
        tuple(placed),
        tuple(findings),
        decide(findings, reading, policy or Policy()),
        document.sha256,
        document.size,
    )


def report_audit(source: str = "青川.txt") -> Audit:
    """A report with a broken sum, a masked number, a ratio and a rank."""
    claims = [
        claim(
            TEXT,
            "521.3亿元",
            numeral="521.3",
            value=52130000000,
            resolution=10000000,
            unit="元",
            indicator="地区生产总值",
            indicator_key="地区生产总值",
            region="全市",
            period=Period("上半年", "2025-01-01", "2025-06-30"),
            sentence=1,
        ),
        claim(
            TEXT,
            "6.2%",
            numeral="6.2",
            value="6.2",
            resolution="0.1",
            unit="%",
            kind="growth",
            direction="up",
            base="比上年同期",
            sentence=1,
        ),
        claim(
            TEXT,
            "48.1亿元",
            numeral="48.1",
            value=4810000000,
            resolution=10000000,
            unit="元",
            sentence=1,
        ),
        claim(
            TEXT,
            "230.5亿元",
            numeral="230.5",
            value=23050000000,
            resolution=10000000,
            unit="元",
            sentence=1,
        ),
        claim(
            TEXT,
            "252.7亿元",
            numeral="252.7",
            value=25270000000,
            resolution=10000000,
            unit="元",
            sentence=1,
        ),
        claim(TEXT, "X亿元", numeral="X", unit="元", sentence=2),
        claim(
            TEXT,
            "51.5%",
            numeral="51.5",
            value="51.5",
            resolution="0.1",
            unit="%",
            kind="share",
            sentence=2,
        ),
        claim(TEXT, "2:1", values=(2, 1), resolution=1, kind="ratio", sentence=3),
        claim(TEXT, "第4名", numeral="4", value=4, resolution=1, unit="名", kind="rank", sentence=3),
    ]
    members = tuple(Member(claims[number].start, claims[number].end, number) for number in (0, 2, 3, 4))
    equation = "48.1+230.5+252.7=531.3（亿元），区间[531.15, 531.45]；文中为521.3，区间[521.25, 521.35]"
    broken = Relation("sum", "strong", "broken", equation, members, rule="A01")
    weak = Relation("part", "weak", "holds", "48.1 < 521.3", (members[1], members[0]), rule="A02")
    unclear = Relation(
        "share",
        "strong",
        "not_assessable",
        "",
        (Member(claims[6].start, claims[6].end, 6),),
        reason="目标数没有写出",
        rule="A03",
    )
    verdicts = [
        "contradicted",
        "unchecked",
        *["contradicted"] * 3,
        "masked",
        "unchecked",
        "verified",
        "unchecked",
    ]
    states = [CheckedClaim(state, f"{state} 的理由") for state in verdicts]  # type: ignore[arg-type]
    findings = [
        finding(
            source,
            TEXT,
            "A01",
            "521.3亿元",
            message="三次产业之和与地区生产总值不符",
            evidence=equation,
            suggestion="若改为531.3亿元则各式成立",
            related=("48.1亿元", "230.5亿元", "252.7亿元"),
        ),
        finding(source, TEXT, "I01", "X亿元", category="masked", message="数值被遮盖"),
        finding(source, TEXT, "G05", "其中", "warning", category="structure"),
        finding(source, TEXT, "D03", "第4名", "info", category="wording"),
    ]
    return made_audit(
        source,
        TEXT,
        claims,
        states,
        (broken, weak, unclear),
        findings,
        title="青川市2025年上半年经济运行情况",
    )


def clean_audit(source: str = "清白.txt") -> Audit:
    """A report without findings."""
    text = "云溪县2025年底有图书馆3座。\n"
    return made_audit(source, text, [claim(text, "3座", numeral="3", value=3, resolution=1, unit="座")])


def unreadable_audit(source: str = "坏.docx") -> Audit:
    """A file that could not be read."""
    problem = ReadingError("文件已损坏，无法打开", "read")
    findings = failed_reading(source, problem)
    return Audit(source, None, None, (), (), findings, decide(findings, None, Policy()), "ab" * 32, 17)
