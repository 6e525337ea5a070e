"""H04: several sentences in a row that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.repetition.sentences import BLOCK, repeated_runs, spoken_sentences
from extract import Reading


def find(reading: Reading) -> Iterator[Hit]:
    """Find blocks that stand again."""
    sentences = spoken_sentences(reading.prose.text, reading.outline)
    for run in repeated_runs(sentences):
        if run.length < BLOCK:
            continue
        second, last = sentences[run.second], sentences[run.second + run.length - 1]
        first, until = sentences[run.first], sentences[run.first + run.length - 1]
        yield Hit(
            second.start,
            last.end,
            f"连续{run.length}句与前文完全相同",
            f"共{last.end - second.start}字",
            "",
            ((first.start, until.end),),
        )


RULE = Rule(
    code="H04",
    name="repeated-block",
    title="整段重复",
    category="repetition",
    severity="warning",
    what="连续三句以上（每句不少于15个字）在正文中再次出现。",
    why="整段重复通常是重复粘贴或拼版错误。",
    silent="两句以内的重复由 H02 报告；标题、图注和表格不比。",
    bad=(
        Example(
            "青川市全年新开工亿元以上项目四十二个。云溪县建成标准厂房三十万平方米以上。临江区引进科技型企业一百二十家以上。\n会议开得很好。\n"
            "青川市全年新开工亿元以上项目四十二个。云溪县建成标准厂房三十万平方米以上。临江区引进科技型企业一百二十家以上。",
            "青川市全年新开工亿元以上项目四十二个",
        ),
        Example(
            "我们要坚持把发展经济的着力点放在实体经济上。我们要把优化营商环境作为一号改革工程。我们要把保障和改善民生抓在手上。"
            "我们要坚持把发展经济的着力点放在实体经济上。我们要把优化营商环境作为一号改革工程。我们要把保障和改善民生抓在手上。",
            "我们要把优化营商环境作为一号改革工程",
        ),
    ),
    good=(
        "青川市全年新开工亿元以上项目四十二个。云溪县建成标准厂房三十万平方米以上。",
        "一季度工作平稳。二季度工作平稳。三季度工作平稳。",
    ),
    near=("好。很好。非常好。\n好。很好。非常好。",),
    find=find,
)
