"""J05: half-width marks between Chinese characters, or digits of two widths, once for a document."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.places import gather
from extract import Reading
from extract.han import HAN
from extract.late import late

_HALF_MARK = late(f"[,;?!](?<=(?:{HAN}|[”》）)%]).)(?=(?:{HAN}|[“《（(]))|:(?<={HAN}.)(?=(?:{HAN}|[“]))")
_WIDE_NUMBER = late("[０-９]+(?:[．，][０-９]+)*")
_HALF_NUMBER = late("[0-9]+(?:[.,][0-9]+)*")
_LEAST_MARKS = 3
_LEAST_NUMBERS = 5
_SHOWN = 20


def find(reading: Reading) -> Iterator[Hit]:
    """Find half-width marks, and the rarer width of digits."""
    text = reading.document.text
    marks = [match.span() for match in _HALF_MARK.finditer(text)]
    if len(marks) >= _LEAST_MARKS:
        words = f"中文句中有{len(marks)}处半角标点，应用全角"
        yield gather(
            marks[:_SHOWN], words, "GB/T 15834—2011：汉语文本的逗号、分号、冒号、问号、叹号占一个字位置"
        )
    wide = [match.span() for match in _WIDE_NUMBER.finditer(text)]
    if len(wide) < _LEAST_NUMBERS:
        return
    half = [match.span() for match in _HALF_NUMBER.finditer(text)]
    if len(half) < _LEAST_NUMBERS:
        return
    rare, name = (wide, "全角") if len(wide) <= len(half) else (half, "半角")
    yield gather(
        rare[:_SHOWN],
        f"数字全角半角混用：全角{len(wide)}个，半角{len(half)}个",
        f"此处起为{name}数字，全文应统一",
    )


RULE = Rule(
    code="J05",
    name="width-mixing",
    title="全角半角混用",
    category="script",
    severity="info",
    what="查找夹在汉字之间的半角标点，以及同一文件中全角、半角两种数字；每份文件各报一条。",
    why="GB/T 15834—2011 规定汉语文本标点占一个字位置；两种数字并存使检索和核对遗漏。",
    silent="小数点、千分位、时刻（9:00）、比例（6.8:45.2）、西文句子中的半角标点，以及通篇全角数字的旧文本，不报。",
    bad=(
        Example("今年,全市经济稳中有进,工业增势良好,投资结构优化。", ","),
        Example(
            "粮食１２吨、油料３４吨、棉花５６吨、茶叶７８吨、水果９０吨，产值分别为12、34、56、78、90万元。",
            "１２",
        ),
    ),
    good=(
        "今年，全市经济稳中有进，工业增势良好，投资结构优化。",
        "粮食总产量１２万吨，油料３．５万吨，比上年增长４％。",
    ),
    near=("三次产业结构为6.8:45.2:48，会议9:00开始，参会1,200人，主题为Open, Green。",),
    reads="text",
    find=find,
)
