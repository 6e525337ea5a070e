"""The lists of misspelt words and rule L11."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import Policy, audit
from checks.rules.expressions import misspelt
from checks.rules.expressions.misspelt import (
    Misspelling,
    build_misspellings,
    read_misspellings,
    standard_misspellings,
)
from extract.script import fold

FOLDER = Path(misspelt.__file__).parent
ENTRIES = [
    entry for name in ("misspelt_words.txt", "lookalikes.txt") for entry in read_misspellings(FOLDER / name)
]


def found(text: str) -> list[str]:
    findings = audit("例.txt", text.encode(), Policy(select=("L11",))).findings
    return [finding.place.quote for finding in findings]


def test_every_misspelling_is_noticed_and_the_word_is_silent() -> None:
    known = standard_misspellings()
    silent = [
        wrong
        for wrong, right, _ in ENTRIES
        if fold(right) not in {place.right for place in known.places(f"，{fold(wrong)}。")}
    ]
    assert silent == []
    loud = [right for _, right, _ in ENTRIES if [*known.places(f"，{fold(right)}。")]]
    assert loud == []


def test_nothing_is_listed_twice() -> None:
    wrong = [entry.wrong for entry in ENTRIES]
    assert sorted(wrong) == sorted(set(wrong))
    assert not set(wrong) & {entry.right for entry in ENTRIES}


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("坚持撤底整改，提升核心竟争力。", ["撤底", "竟争"]),
        ("要做好自已的事，既要算经济账。", ["自已"]),
        ("一批重点项日建成投产，带动投资增长。", ["项日"]),
        ("確保安全渡汛，堅絕守住底線。", ["渡汛", "堅絕"]),
    ],
)
def test_a_misspelt_word_is_noticed_in_its_sentence(text: str, quotes: list[str]) -> None:
    assert found(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "五个乡镇各自已经建成便民服务中心。",
        "这项研究竟然三年没有进展。",
        "悦己经济、谷子经济等新消费快速成长。",
        "前往新建的公园区域巡查，居民问题当日办结。",
        "他问的事，答复既明确又及时。",
        "检查长江禁渔情况，督促检查长效机制，检查院校食堂。",
        "沿长三角铁路干线布局，在创新高地建设上走在前列。",
        "年末能繁母猪存栏3万头，企业自己完成改造。",
        "一家企业公开募股，财政付费，设计载客300人。",
        "在体制机制上激发活力，对单位予以表彰，应附相关证明。",
        "勒令年内关停，不动产登记薄弱环节逐一整改。",
        "建设平急两用设施，购建固定资产，增植行道树。",
        "代表团抵杭，在水厂东侧硕博连读的学生练钢琴。",
        "建好可以住的房子，大规模排查隐患，情不自已。",
    ],
)
def test_characters_of_two_words_are_no_misspelling(text: str) -> None:
    assert found(text) == []


def test_what_a_document_prints_often_is_a_name() -> None:
    assert found("竟争公司发布公告。") == ["竟争"]
    assert found("竟争公司发布公告。" * 4) == []


def test_an_exception_silences_the_characters_inside_it(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("部署 布署 !宣布署名\n", encoding="utf-8")
    own = build_misspellings(read_misspellings(path))
    assert [place.right for place in own.places("要宣布署名单位，抓好布署。")] == ["部署"]


def test_a_misspelling_is_one_character_off() -> None:
    apart = [
        wrong
        for wrong, right, _ in ENTRIES
        if len(wrong) != len(right) or sum(a != b for a, b in zip(wrong, right, strict=True)) != 1
    ]
    assert apart == []


def test_no_misspellings_find_nothing() -> None:
    assert [*build_misspellings(()).places("竟争")] == []
    assert [*build_misspellings((Misspelling("竟争", "竞争", ()),)).places("")] == []
