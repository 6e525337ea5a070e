"""H03: two sentences that differ in a number or in a few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from checks.finding import Hit, Severity
from checks.rule import Example, Rule
from checks.rules.repetition.sentences import SHORTEST, Spoken, spoken_sentences
from extract import Reading
from extract.late import late

_NUMBER = late(r"\d[\d,]*(?:\.\d+)?(?![\d年月日号时点])")
_NO_WORD = late(r"[\W_]+")
_AIM = late(r"力争|确保|目标|争取|预期|计划|左右|以上|达到")
_ANCHOR = 8
_FULLEST = 6
_LEAST_ONE_NUMBER = 24
_LEAST_WORDS = 20
_ALIKE = 90.0
_ALIKE_WITH_NUMBERS = 88.0


class _Skeleton(NamedTuple):
    sentence: Spoken
    words: str
    numbers: tuple[str, ...]


def find(reading: Reading) -> Iterator[Hit]:
    """Find near duplicates among sentences that begin or end alike."""
    text = reading.prose.text
    skeletons = _skeletons(text, spoken_sentences(text, reading.outline))
    told: set[int] = set()
    for bucket in _buckets(skeletons):
        for first, second in combinations(bucket, 2):
            one, two = skeletons[first], skeletons[second]
            if second in told or one.sentence.key == two.sentence.key:
                continue
            verdict = _judge(one, two)
            if verdict is not None:
                told.add(second)
                message, evidence, severity = verdict
                yield Hit(
                    two.sentence.start,
                    two.sentence.end,
                    message,
                    evidence,
                    "",
                    ((one.sentence.start, one.sentence.end),),
                    severity,
                )


def _skeletons(text: str, sentences: Sequence[Spoken]) -> list[_Skeleton]:
    skeletons = []
    for sentence in sentences:
        if sentence.key.isalpha():
            skeletons.append(_Skeleton(sentence, sentence.key, ()))
            continue
        words = text[sentence.start : sentence.end]
        key = _NO_WORD.sub("", _NUMBER.sub("0", words))
        if len(key) - key.count("0") >= SHORTEST:
            skeletons.append(_Skeleton(sentence, key, tuple(_NUMBER.findall(words))))
    return skeletons


def _buckets(skeletons: Sequence[_Skeleton]) -> Iterator[list[int]]:
    """Sentences with the same beginning or the same end; many of them are a parallel structure and no repetition."""
    buckets: dict[tuple[bool, str], list[int]] = {}
    for index, skeleton in enumerate(skeletons):
        buckets.setdefault((True, skeleton.words[:_ANCHOR]), []).append(index)
        buckets.setdefault((False, skeleton.words[-_ANCHOR:]), []).append(index)
    return (bucket for bucket in buckets.values() if 1 < len(bucket) <= _FULLEST)


def _judge(one: _Skeleton, two: _Skeleton) -> tuple[str, str, Severity | None] | None:
    if one.words == two.words:
        return _judge_numbers(one, two)
    if one.numbers != two.numbers or abs(len(one.words) - len(two.words)) > len(two.words) // 5:
        return None
    least = _ALIKE_WITH_NUMBERS if len(one.numbers) > 1 else _ALIKE
    if min(len(one.words), len(two.words)) < _LEAST_WORDS:
        return None
    from rapidfuzz import fuzz  # few texts have sentences so much alike

    alike = fuzz.ratio(one.words, two.words, score_cutoff=least)
    if not alike:
        return None
    return "这句话与前文几乎相同", f"相似度{alike:.0f}%", None


def _judge_numbers(one: _Skeleton, two: _Skeleton) -> tuple[str, str, Severity | None] | None:
    """Equal words with other numbers: a slip where most numbers agree, else perhaps another year or a goal."""
    differing = [(a, b) for a, b in zip(one.numbers, two.numbers, strict=True) if a != b]
    if not differing:
        return None
    shown = "、".join(f"{a}与{b}" for a, b in differing[:5])
    message = f"这句话与前文只有数字不同：{shown}"
    if len(one.numbers) > 1:
        sure = len(differing) * 2 <= len(one.numbers)
    else:
        aims = [_AIM.search(skeleton.words) is not None for skeleton in (one, two)]
        sure = len(two.words) >= _LEAST_ONE_NUMBER and not any(aims)
    return message, f"其余{len(two.words)}字相同", None if sure else "info"


RULE = Rule(
    code="H03",
    name="near-duplicate-sentence",
    title="近似重复句，数字或少数字词不同",
    category="repetition",
    severity="warning",
    what="两句去掉数字后一字不差而数字不同，或数字相同而文字只差几个字。日期不算数字。",
    why="同一件事写了两遍，改了一处没改另一处，是最难看出的自相矛盾。",
    silent="开头或结尾相同的句子超过六句（排比）；主语不同的平行句；多数数字不同或一处是目标的只作提示。",
    bad=(
        Example(
            "青川市新建公共充电桩1200个，改造老旧小区86个，惠及居民3.2万户。\n云溪县水厂完工。\n"
            "青川市新建公共充电桩1200个，改造老旧小区68个，惠及居民3.2万户。",
            "68个",
        ),
        Example(
            "会议要求，各级各部门要把思想和行动统一到市委决策部署上来，一项一项抓好落实。\n散会后传达。\n"
            "会议要求，各级各部门要把思想和行动统一到市委部署上来，一项一项抓好落实。",
            "统一到市委部署上来",
        ),
    ),
    good=(
        "青川市新建充电桩1200个，改造老旧小区86个。云溪县新建充电桩300个，改造老旧小区12个。",
        "2024年全市粮食总产量达到21万吨，比上年增长2%。2025年全市粮食总产量达到22万吨，比上年增长3%。",
    ),
    near=(
        "第一产业增加值20亿元，增长3%；第二产业增加值90亿元，增长6%；第三产业增加值99亿元，增长5%。",
        "农业总产值比上年增长5.7%，两年平均增长5.3%。工业总产值比上年增长9.1%，两年平均增长8.2%。",
    ),
    find=find,
)
