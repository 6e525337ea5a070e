"""H07: the same bundle of numbers told in two sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.repetition.sentences import repeated_runs, spoken_sentences
from extract import Reading

_FEWEST = 3
_FULLEST = 4
_SHOWN = 60
_SMALLEST = 10

_Key = tuple[Fraction, str]


def find(reading: Reading) -> Iterator[Hit]:
    """Find pairs of sentences that share three numbers or more, apart from those that are word for word the same."""
    bundles = _bundles(reading)
    known = _told(reading)
    holders: dict[_Key, list[int]] = {}
    for index, (_, _, keys) in enumerate(bundles):
        for key in keys:
            holders.setdefault(key, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indices in holders.values():
        if 1 < len(indices) <= _FULLEST:
            for place, one in enumerate(indices):
                for two in indices[place + 1 :]:
                    shared[one, two] += 1
    told: set[int] = set()
    for (one, two), times in sorted(shared.items()):
        first, second = bundles[one], bundles[two]
        if times < _FEWEST or two in told or second[0] in known:
            continue
        told.add(two)
        yield Hit(
            second[0],
            min(second[1], second[0] + _SHOWN),
            f"这句话里有{times}个数与前文一句相同，像是同一件事说了两遍",
            "",
            "",
            ((first[0], min(first[1], first[0] + _SHOWN)),),
        )


def _bundles(reading: Reading) -> list[tuple[int, int, frozenset[_Key]]]:
    """The sentences that tell three quantities or more, with their values and units."""
    quantities = reading.quantities
    bundles = []
    cursor = 0
    for sentence in reading.outline.sentences:
        keys: set[_Key] = set()
        while cursor < len(quantities) and quantities[cursor].start < sentence.end:
            quantity = quantities[cursor]
            cursor += 1
            numeral = quantity.numeral
            if quantity.role != "claim" or numeral.shape != "single" or quantity.start < sentence.start:
                continue
            value = Fraction(numeral.values[0])
            if value >= _SMALLEST or value.denominator > 1:
                keys.add((value, quantity.unit_printed or numeral.percent))
        if len(keys) >= _FEWEST and reading.prose.text.find("|", sentence.start, sentence.end) < 0:
            bundles.append((sentence.start, sentence.end, frozenset(keys)))
    return bundles


def _told(reading: Reading) -> set[int]:
    """Where the sentences begin that H02 and H04 tell."""
    sentences = spoken_sentences(reading.prose.text, reading.outline)
    return {
        sentences[index].start
        for run in repeated_runs(sentences)
        for index in range(run.second, run.second + run.length)
    }


RULE = Rule(
    code="H07",
    name="repeated-numbers",
    title="同一组数字出现两遍",
    category="repetition",
    severity="info",
    what="两句话里有三个以上相同的数（数值和单位都相同，不计日期和十以下的整数），而文字不完全相同。",
    why="同一件事说了两遍，改数字时容易改一处漏一处。",
    silent="整句相同的由 H02、H04 报告；同一个数在五句以上出现。",
    bad=(
        Example(
            "全市招募34000名工作人员，比4月估算的31000人多，津贴上调到9140元。散会后，云溪县作了说明。"
            "云溪县说，需要的34000名人员超过估算的31000人，每人可得9140元。",
            "34000名人员",
        ),
        Example(
            "青川市完成投资863亿元，新建学校28所、医院16家。会议研究了其他事项。"
            "市长介绍，全年投资达到863亿元，群众用上了28所学校和16家医院。",
            "28所学校",
        ),
    ),
    good=(
        "青川市完成投资863亿元，新建学校28所、医院16家。云溪县完成投资120亿元，新建学校5所、医院2家。",
        "全市招募34000名工作人员。云溪县需要的34000名人员已经到位。",
    ),
    near=(
        "第一产业增长3.2%，第二产业增长5.1%，第三产业增长6.4%。城镇增长3.2%，农村增长6.9%，合计增长4.4%。",
    ),
    find=find,
)
