"""H02: a sentence that stands twice, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.repetition.sentences import BLOCK, repeated_runs, spoken_sentences
from extract import Reading

_SUMMARY = 6


def find(reading: Reading) -> Iterator[Hit]:
    """Find sentences that stand again; many of them are a summary and its chapters, and only information."""
    sentences = spoken_sentences(reading.prose.text, reading.outline)
    runs = [run for run in repeated_runs(sentences) if run.length < BLOCK]
    for run in runs:
        second, last = sentences[run.second], sentences[run.second + run.length - 1]
        first, until = sentences[run.first], sentences[run.first + run.length - 1]
        elsewhere = tuple((sentences[index].start, sentences[index].end) for index in run.others)
        what = "这句话" if run.length == 1 else f"这{run.length}句话"
        yield Hit(
            second.start,
            last.end,
            f"{what}与前文完全相同",
            f"共出现{2 + len(run.others)}次",
            "",
            ((first.start, until.end), *elsewhere),
            "info" if len(runs) >= _SUMMARY else None,
        )


RULE = Rule(
    code="H02",
    name="repeated-sentence",
    title="整句重复",
    category="repetition",
    severity="warning",
    what="去掉标点后不少于15个字的句子，在正文中一字不差地出现两次以上；连续几句一起重复的只报一处。",
    why="同一句话写进两节，多是改稿时移动段落留下的；指标改了一处，另一处就成了矛盾。",
    silent="标题、图注、表格、页面重复的标题；称呼和短口号；责任分工说明。一篇里重复很多（前有摘要、后有分章）的只作提示。",
    bad=(
        Example(
            "青川市推进绿色信贷扩面，力争贷款余额增长三成。\n云溪县水厂年内完工。\n青川市推进绿色信贷扩面，力争贷款余额增长三成。",
            "力争贷款余额增长三成",
        ),
        Example(
            "一是加快建设临江区气候适应型城市试点项目。二是提升园区能级。三是加快建设临江区气候适应型城市试点项目。",
            "加快建设临江区气候适应型城市试点项目",
        ),
    ),
    good=(
        "青川市推进绿色信贷扩面，力争贷款余额增长三成。\n云溪县推进绿色信贷扩面，力争新增贷款四亿元。",
        "同志们，让我们行动起来。\n同志们，让我们再接再厉。",
    ),
    near=(
        "（一）扩大开放。办好展会。（责任单位：市商务局、市贸促会、市文旅局）\n（二）优化环境。减少环节。（责任单位：市商务局、市贸促会、市文旅局）",
        "抓落实，就要敢担当。\n抓落实，就要善作为。",
    ),
    find=find,
)
