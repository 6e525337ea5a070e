"""J04: text that was read in another encoding, or damaged on the way."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.mojibake import find_garbles
from checks.rules.script.places import gather
from extract import Reading

_MOST = 5


def find(reading: Reading) -> Iterator[Hit]:
    """Find the garbled places; many of them are told at once."""
    text = reading.document.text
    garbles = find_garbles(text)
    if len(garbles) > _MOST:
        meant = "".join(garble.meant for garble in garbles)[:40]
        evidence = f"可还原的部分：{meant}" if meant else garbles[0].cause
        spans = [(garble.start, garble.end) for garble in garbles]
        yield gather(spans, f"全文有{len(garbles)}处乱码，请用正确的编码重新导出", evidence)
        return
    for garble in garbles:
        words = text[garble.start : garble.end]
        evidence = f"{garble.cause}，按原字节可读出“{garble.meant}”" if garble.meant else garble.cause
        yield Hit(garble.start, garble.end, f"乱码“{words}”", evidence, garble.meant)


RULE = Rule(
    code="J04",
    name="garbled-text",
    title="乱码",
    category="script",
    severity="error",
    what="查找替换符（U+FFFD）、“锟斤拷”、按错误编码读入的汉字，以及错位一个字节的国标编码；能还原的给出原文。",
    why="乱码使原意丢失，任何读法都不成立，不可发布。",
    silent="正常的西文重音字母（如 Café）、单个冷僻字不报。",
    bad=(
        Example("全市规模以上工业增加值\ufffd\ufffd8.3%，增速居全省前列。", "\ufffd"),
        Example("云溪县ä¸­å¿ƒ城区建成区面积扩大到21平方公里。", "ä¸"),
        Example("锟斤拷锟斤拷年全市财政收入增长5.2%。", "锟斤拷"),
    ),
    good=(
        "全市规模以上工业增加值增长8.3%，增速居全省前列。",
        "引进Müller、Citroën等品牌企业4家。",
    ),
    near=("烫金工艺企业达到12家，×—表示两项相乘后的差额。",),
    reads="text",
    find=find,
)
