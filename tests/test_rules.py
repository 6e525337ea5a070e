"""The contract of every rule: its documentation, its examples and its file."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import lru_cache
from pathlib import Path

import pytest

import checks.rules
from checks import Policy, Rule, all_rules, audit
from checks.finding import Finding
from checks.rule_pages import (
    FAMILIES,
    documented_rules,
    page_name,
    rule_page,
    rule_pages,
    write_pages,
)

RULES = all_rules()
_CODE = re.compile(r"[A-Z]\d\d[a-z]?")
_HAN = re.compile(r"[一-鿿]")
EXAMPLES = [
    pytest.param(rule, text, quote, id=f"{rule.code}-{kind}-{number}")
    for rule in RULES
    for kind, examples in (
        ("bad", [(example.text, example.quote) for example in rule.bad]),
        ("good", [(text, "") for text in rule.good]),
        ("near", [(text, "") for text in rule.near]),
    )
    for number, (text, quote) in enumerate(examples, 1)
]


@lru_cache(maxsize=4)
def findings_of(text: str) -> tuple[Finding, ...]:
    return audit("例.txt", text.encode(), Policy()).findings


@pytest.mark.parametrize(("rule", "text", "quote"), EXAMPLES)
def test_an_example_gives_what_it_promises(rule: Rule, text: str, quote: str) -> None:
    found = [finding for finding in findings_of(text) if finding.rule == rule.code]
    if not quote:
        assert [(finding.place.quote, finding.message) for finding in found] == []
        return
    begin = text.index(quote)
    end = begin + len(quote)
    places = [place for finding in found for place in (finding.place, *finding.related)]
    assert any(place.start < end and begin < place.end for place in places), places


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_documented(rule: Rule) -> None:
    assert _CODE.fullmatch(rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", rule.name)
    for words in (rule.title, rule.what, rule.why, rule.silent):
        assert _HAN.search(words), words
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
    assert len(rule.near) >= 1
    assert all(example.quote and example.text.count(example.quote) >= 1 for example in rule.bad)
    texts = [example.text for example in rule.bad] + [*rule.good, *rule.near]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_or_relates(rule: Rule) -> None:
    assert [rule.find, rule.relate, rule.join].count(None) == 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_findings_point_at_words_and_say_why(rule: Rule) -> None:
    for example in rule.bad:
        for finding in findings_of(example.text):
            if finding.rule == rule.code:
                place = finding.place
                assert example.text[place.start : place.end] == place.quote != ""
                assert _HAN.search(finding.message)
                assert finding.category == rule.category


def test_each_rule_stands_in_a_file_that_its_code_opens() -> None:
    for info in pkgutil.walk_packages(checks.rules.__path__, "checks.rules."):
        rule = getattr(importlib.import_module(info.name), "RULE", None)
        if rule is not None:
            assert info.name.rpartition(".")[2].startswith(rule.code.lower() + "_"), info.name


def test_no_rule_fails_on_an_empty_or_a_hostile_document() -> None:
    hostile = "".join(
        unit * 300 for unit in ("1,", "一", "（", "**", "百分之", "X", "由1", "3月", "“", "占", "。")
    )
    for text in ("", "\n", hostile, hostile[::-1]):
        assert [f.message for f in audit("例.txt", text.encode(), Policy()).findings if f.rule == "R02"] == []


PAGES = Path(__file__).parent.parent / "docs" / "rules"


def test_the_pages_of_the_rules_are_fresh() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    assert written == rule_pages(documented_rules()), "run: python -m checks.rule_pages docs/rules"


def test_a_page_shows_the_rule_and_its_examples() -> None:
    (rule,) = (rule for rule in RULES if rule.code == "D09")
    page = rule_page(rule)
    for words in (rule.code, rule.title, rule.what, rule.why, rule.silent, *rule.good, *rule.near):
        assert words in page
    assert all(example.text in page and f"“{example.quote}”" in page for example in rule.bad)


def test_writing_pages_takes_away_those_of_rules_that_are_gone(tmp_path: Path) -> None:
    (tmp_path / "z99-gone.md").write_text("old", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("kept", encoding="utf-8")
    write_pages(tmp_path, RULES[:2])
    assert {path.name for path in tmp_path.iterdir()} == {
        "README.md",
        "notes.txt",
        *map(page_name, RULES[:2]),
    }


def test_every_family_has_a_name() -> None:
    assert {rule.code[0] for rule in RULES} <= FAMILIES.keys()
