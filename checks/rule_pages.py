"""Pages of documentation made from the rules: ``python -m checks.rule_pages docs/rules`` writes them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from checks.across.rules import ACROSS_RULES
from checks.official_figures import OFFICIAL_FIGURE
from checks.rule import Rule, all_rules

FAMILIES = {
    "A": "数字之间的运算",
    "B": "同一篇中的前后说法",
    "C": "与历史和其他文件对照",
    "D": "数量的措辞",
    "E": "单位与数量级",
    "F": "日期、时期和规划",
    "G": "结构、编号和项数",
    "H": "重复",
    "I": "遮盖与缺漏",
    "J": "文字与编码",
    "K": "版面",
    "L": "名称和固定表达",
    "T": "表格",
}
_SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
_CATEGORIES = {
    "arithmetic": "运算",
    "conflict": "矛盾",
    "repetition": "重复",
    "masked": "遮盖",
    "missing": "缺漏",
    "structure": "结构",
    "script": "文字",
    "stray": "杂物",
    "layout": "版面",
    "typo": "错字",
    "wording": "措辞",
    "dates": "日期",
    "units": "单位",
    "schema": "数据",
    "reading": "读取",
}


def page_name(rule: Rule) -> str:
    """The file name of a rule's page."""
    return f"{rule.code.lower()}-{rule.name}.md"


def rule_page(rule: Rule) -> str:
    """The page of one rule in Markdown.

    Args:
        rule: The rule.

    Returns:
        The text with a line end at its end; the same rule gives the same text.
    """
    severity = _SEVERITIES[rule.severity]
    parts = [
        f"# {rule.code} {rule.title}",
        f"`{rule.name}` · 类别：{_CATEGORIES[rule.category]} · 默认级别：{severity}",
        f"## 查什么\n\n{rule.what}",
        f"## 为什么\n\n{rule.why}",
        f"## 什么时候不报\n\n{rule.silent}",
        *([f"## 例子用的官方数据表\n\n{_table(rule.facts)}"] if rule.facts else []),
        "## 会报的例子\n\n" + "\n\n".join(_quoted(example.text, example.quote) for example in rule.bad),
        "## 不报的例子\n\n" + "\n\n".join(_quoted(text) for text in rule.good),
        "## 看着像、其实不是\n\n" + "\n\n".join(_quoted(text) for text in rule.near),
    ]
    return "\n\n".join(parts) + "\n"


def index_page(rules: Iterable[Rule]) -> str:
    """The list of all rules in Markdown.

    Args:
        rules: The rules in the order in which they are to be listed.

    Returns:
        One table a family; the families in order of their letter.
    """
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.code[0], []).append(rule)
    parts = ["# 规则", "由规则本身生成，勿手改：`python -m checks.rule_pages docs/rules`"]
    for letter, members in sorted(families.items()):
        rows = [
            f"| [{rule.code}]({page_name(rule)}) | {rule.title} | {_SEVERITIES[rule.severity]} |"
            for rule in members
        ]
        heading = f"## {letter} {FAMILIES.get(letter, '')}".rstrip()
        parts.append("\n".join([heading, "", "| 规则 | 查什么 | 默认级别 |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def rule_pages(rules: Iterable[Rule]) -> dict[str, str]:
    """All pages by file name, the index as ``README.md``.

    Args:
        rules: The rules.

    Returns:
        File name to Markdown.
    """
    members = sorted(rules, key=lambda rule: rule.code)
    return {"README.md": index_page(members)} | {page_name(rule): rule_page(rule) for rule in members}


def write_pages(folder: Path, rules: Iterable[Rule]) -> None:
    """Write the pages, and take away those of rules that are gone.

    Args:
        folder: Where they go; it is made where it is missing.
        rules: The rules.

    Raises:
        OSError: If the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pages = rule_pages(rules)
    for stale in folder.glob("*.md"):
        if stale.name not in pages:
            stale.unlink()
    for name, words in pages.items():
        (folder / name).write_text(words, encoding="utf-8", newline="\n")


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a Markdown table, the first one as its heading."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def documented_rules() -> tuple[Rule, ...]:
    """Every rule that has a page: those of one document, of a run, and of the official figures."""
    return (*all_rules(), *ACROSS_RULES, OFFICIAL_FIGURE)


def _quoted(text: str, quote: str = "") -> str:
    """An example as a block that shows its marks as printed, with the words that the finding points at under it."""
    fence = "```"
    while fence in text:
        fence += "`"
    block = f"{fence}text\n{text}\n{fence}"
    return f"{block}\n\n指向：“{quote}”" if quote else block


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("用法：python -m checks.rule_pages 文件夹")
    write_pages(Path(sys.argv[1]), documented_rules())
