"""J08: Kangxi radicals and compatibility ideographs in place of characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.places import gather, listed
from extract import Reading
from extract.late import late
from extract.script import COMPATIBILITY

_FEW = 3
_FORMS = late("[\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d]")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the characters, all in one hit."""
    text = reading.document.text
    spans = [match.span() for match in _FORMS.finditer(text) if match[0] in COMPATIBILITY]
    if spans:
        changes = [f"{text[start]}→{COMPATIBILITY[text[start]]}" for start, _ in spans]
        codes = listed([f"U+{ord(text[start]):04X}" for start, _ in spans], 6)
        hit = gather(spans, f"{len(spans)}个字用了部首或兼容汉字的编码", codes, listed(changes))
        single = len(spans) <= _FEW and all(text[start] >= "\uf900" for start, _ in spans)
        yield replace(hit, severity="info") if single else hit


RULE = Rule(
    code="J08",
    name="compatibility-character",
    title="部首或兼容汉字代替正字",
    category="script",
    severity="warning",
    what="查找康熙部首、部首补充和兼容汉字区的字符，合并报一条并给出对应的正字；个别兼容汉字只作提示。",
    why="这些字符看上去与正字相同而编码不同，检索、排序和核对都找不到；多由PDF提取产生。",
    silent="正字不报。",
    bad=(
        Example("全市⼯业⽤电量增长4.6%。", "⼯"),
        Example("新能源汽⻋产量突破2万辆。", "⻋"),
    ),
    good=("全市工业用电量增长4.6%。", "新能源汽车产量突破2万辆。"),
    near=("笔画与部首：丨、丿、乛，均为正字。",),
    reads="text",
    find=find,
)
