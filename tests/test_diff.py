"""``heshu diff``: two drafts compared, as a function and as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from command_line import heshu, put
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.alignment import align
from checks.audit import Audit, audit
from checks.drafts import ChangedNumber, compare
from reports.draft_changes import Draft, change_lines, changes_json

OLD = (
    "青川市2025年经济运行情况\n"
    "2025年，全市生产总值521.3亿元，比上年增长5.8%。其中，第一产业增加值61.2亿元。\n"
    "一般公共预算收入由上年的84.2亿元增加到91.6亿元，增长8.8%。\n"
    "实施重点项目86个，其中产业项目41个、基础设施项目27个、民生项目18个。\n"
    "新建幼儿园12所。\n"
    "综合来看，2025年全市生产总值521.3亿元，总量居全省第6位。\n"
)


def read(text: str, name: str = "稿.txt") -> Audit:
    return audit(name, text.encode())


def changed(*edits: tuple[str, str], old: str = OLD) -> tuple[ChangedNumber, ...]:
    """What differs after edits, each of which must find its words."""
    new = old
    for before, after in edits:
        assert before in new
        new = new.replace(before, after, 1)
    return compare(read(old), read(new))


def told(changes: tuple[ChangedNumber, ...]) -> list[tuple[str, str, str]]:
    return [
        (
            change.sort,
            change.old.place.quote if change.old else "",
            change.new.place.quote if change.new else "",
        )
        for change in changes
    ]


def test_a_draft_does_not_differ_from_itself() -> None:
    assert changed() == ()


def test_words_that_change_around_numbers_change_no_number() -> None:
    assert changed(("综合来看，", "总的看，"), ("新建", "建成"), ("实施", "组织实施")) == ()


def test_a_changed_number_is_told_with_the_mention_that_still_says_the_old_value() -> None:
    (change,) = changed(("521.3亿元", "523.1亿元"))
    assert told((change,)) == [("changed", "521.3亿元", "523.1亿元")]
    (stale,) = change.stale
    assert stale.place.quote == "521.3亿元"
    assert stale.place.start > OLD.index("综合来看")
    assert not change.broken  # the contradiction between the two mentions is told once
    assert not change.followed


def test_a_mention_that_followed_is_a_change_and_no_fault() -> None:
    changes = changed(("521.3亿元", "523.1亿元"), ("全市生产总值521.3", "全市生产总值523.1"))
    assert told(changes) == [("changed", "521.3亿元", "523.1亿元")] * 2
    assert all(change.followed for change in changes)


def test_a_coarser_mention_that_fits_the_new_value_is_not_stale() -> None:
    old = OLD.replace("总值521.3亿元，总量", "总值超过500亿元，总量")
    assert changed(("521.3亿元", "523.1亿元"), old=old)[0].followed
    assert not changed(("521.3亿元", "498.7亿元"), old=old)[0].followed


@pytest.mark.parametrize(
    ("edit", "rule"),
    [(("91.6亿元", "92.6亿元"), "A06"), (("产业项目41个", "产业项目43个"), "A01")],
)
def test_a_relation_that_a_change_breaks_is_told(edit: tuple[str, str], rule: str) -> None:
    (change,) = changed(edit)
    assert [placed.relation.rule for placed in change.broken] == [rule]
    assert not change.followed


def test_a_change_that_all_operands_follow_breaks_nothing() -> None:
    changes = changed(("产业项目41个", "产业项目43个"), ("重点项目86个", "重点项目88个"))
    assert [change.sort for change in changes] == ["changed", "changed"]
    assert all(change.followed for change in changes)


def test_what_was_broken_before_is_not_blamed_on_the_change() -> None:
    broken = OLD.replace("重点项目86个", "重点项目90个")
    (change,) = changed(("产业项目41个", "产业项目42个"), old=broken)
    assert change.followed


def test_an_added_and_a_removed_number() -> None:
    changes = changed(("新建幼儿园12所。\n", ""), ("综合来看", "新增学位3600个。综合来看"))
    assert sorted(told(changes)) == [("added", "", "3600个"), ("removed", "12所", "")]
    assert all(change.followed for change in changes)


def test_a_turned_direction_is_a_change() -> None:
    (change,) = changed(("增长5.8%", "下降5.8%"))
    assert told((change,)) == [("changed", "5.8%", "5.8%")]


def test_a_filled_placeholder_is_a_change_and_the_one_left_is_stale() -> None:
    old = "2025年，云溪县常住人口XX万人。民生持续改善。2025年，云溪县常住人口XX万人，城镇化率61.2%。"
    (change,) = changed(("XX万人", "32.6万人"), old=old)
    assert told((change,)) == [("changed", "XX万人", "32.6万人")]
    assert [other.place.quote for other in change.stale] == ["XX万人"]


def test_a_moved_paragraph_changes_nothing() -> None:
    lines = OLD.splitlines(keepends=True)
    assert compare(read(OLD), read("".join([lines[0], *lines[3:], *lines[1:3]]))) == ()


def test_a_rewritten_sentence_keeps_its_number() -> None:
    changes = changed(
        ("一般公共预算收入由上年的84.2亿元增加到91.6亿元，增长8.8%。", "财政方面，一般公共预算收入91.6亿元。")
    )
    assert all(change.sort == "removed" for change in changes)
    assert "91.6亿元" not in [quote for _, quote, _ in told(changes)]


def test_a_row_more_in_a_table_leaves_the_others_alone() -> None:
    head, rows = "| 地区 | 投资（亿元） |\n|---|---|\n", ["| 云溪县 | 12.3 |\n", "| 临江区 | 12.3 |\n"]
    old = head + "".join(rows)
    new = head + rows[0] + "| 青山区 | 12.3 |\n" + rows[1].replace("12.3", "14.5")
    changes = compare(read(old, "表.md"), read(new, "表.md"))
    assert sorted(told(changes)) == [("added", "", "12.3"), ("changed", "12.3", "14.5")]


def test_an_unreadable_draft_is_refused() -> None:
    with pytest.raises(ValueError, match="readable"):
        compare(read(OLD), audit("空.txt", b""))


@given(
    st.lists(st.sampled_from("甲乙丙丁0#"), max_size=12), st.lists(st.sampled_from("甲乙丙丁0#"), max_size=12)
)
def test_an_alignment_pairs_each_text_once_and_the_equal_ones_all(old: list[str], new: list[str]) -> None:
    masked = [["#" if text == "0" else text for text in side] for side in (old, new)]
    pairs = align(old, new, *masked)
    assert len(set(pairs.values())) == len(pairs)
    assert all(0 <= i < len(old) and 0 <= j < len(new) for i, j in pairs.items())
    if old == new:
        assert pairs == {place: place for place in range(len(old))}
    free = [text for place, text in enumerate(new) if place not in pairs.values()]
    assert not [text for place, text in enumerate(old) if place not in pairs and text in free]


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_changing_a_number_forth_and_back_tells_the_same_places(one: int, other: int) -> None:
    texts = [f"全市新建充电桩{number}个，改造管网86公里。" for number in (one, other)]
    forth, back = compare(read(texts[0]), read(texts[1])), compare(read(texts[1]), read(texts[0]))
    assert len(forth) == len(back) == (one != other)


def test_the_lines_for_people_name_places_in_both_drafts() -> None:
    old, new = read(OLD), read("按语。\n" + OLD.replace("521.3亿元", "523.1亿元", 1))
    lines = list(change_lines(Draft("旧.txt", old), Draft("新.txt", new), compare(old, new)))
    assert lines[0] == "新.txt:3:13 改动 521.3亿元 → 523.1亿元（生产总值，2025年，全市）"
    assert lines[2].strip("| ^") == ""
    assert lines[3] == "  = 原稿 2 行：521.3亿元"
    assert lines[4] == "  = 未跟上 7 行 17 列：此处仍为“521.3亿元”"
    assert lines[-2:] == [
        "数字改动 1 个、新增 0 个、删除 0 个；仍为旧值 1 处，不再相符的关系 0 个。",
        "有数字没有跟上改动",
    ]


def test_a_relation_that_two_changes_broke_is_told_in_full_once() -> None:
    old, new = read(OLD), read(OLD.replace("项目41个", "项目43个").replace("项目27个", "项目28个"))
    lines = list(change_lines(Draft("旧.txt", old), Draft("新.txt", new), compare(old, new)))
    told_lines = [line for line in lines if "A01" in line]
    assert len(told_lines) == 2
    assert told_lines[1].endswith("A01（同上）")


def test_no_character_of_a_draft_steers_the_terminal() -> None:
    old = read("新建\u202e学校12所。")
    new = read("新建\u202e学校13所。")
    page = "\n".join(change_lines(Draft("\x1b旧", old), Draft("\x1b新", new), compare(old, new)))
    assert "12所 → 13所" in page
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_the_json_places_count_each_drafts_text() -> None:
    new_text = "按语。\r\n" + OLD.replace("91.6亿元", "92.6亿元")
    old, new = read(OLD), read(new_text)
    content = json.loads(changes_json(Draft("旧.txt", old), Draft("新.txt", new), compare(old, new)))
    (change,) = content["changes"]
    assert OLD[change["old"]["start"] : change["old"]["end"]] == "91.6亿元"
    assert new_text[change["new"]["start"] : change["new"]["end"]] == "92.6亿元"
    assert change["new"]["line"] == 4
    assert [relation["rule"] for relation in change["broken"]] == ["A06"]
    assert content["followed"] is False
    assert content["new"]["sha256"] == new.sha256


def test_the_command_ends_by_whether_everything_followed(tmp_path: Path) -> None:
    put(tmp_path / "old.txt", OLD)
    put(tmp_path / "new.txt", OLD.replace("521.3亿元", "523.1亿元", 1))
    put(tmp_path / "all.txt", OLD.replace("521.3亿元", "523.1亿元"))
    same = heshu("diff", "old.txt", "old.txt", cwd=tmp_path)
    assert (same.code, same.out.splitlines()) == (0, ["两稿的数字没有变化。", "没有发现未跟上的数字"])
    followed = heshu("diff", "old.txt", "all.txt", cwd=tmp_path)
    assert followed.code == 0
    assert "数字改动 2 个" in followed.out
    stale = heshu("diff", "old.txt", "new.txt", cwd=tmp_path)
    assert stale.code == 1
    assert "new.txt:2:13 改动 521.3亿元 → 523.1亿元" in stale.out
    told_json = heshu("diff", "old.txt", "new.txt", "--format", "json", cwd=tmp_path)
    assert told_json.code == 1
    assert json.loads(told_json.out)["new"]["path"] == "new.txt"


def test_drafts_may_be_of_different_formats(tmp_path: Path) -> None:
    document = docx.Document()
    for line in OLD.splitlines():
        document.add_paragraph(line.replace("18个", "19个"))
    document.save(str(tmp_path / "new.docx"))
    put(tmp_path / "old.txt", OLD.encode("gb18030"))
    ended = heshu("diff", "old.txt", "new.docx", cwd=tmp_path)
    assert ended.code == 1
    assert "改动 18个 → 19个" in ended.out
    assert "数字改动 1 个、新增 0 个、删除 0 个" in ended.out


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 torn", bytes(range(256)) * 8])
def test_a_draft_that_cannot_be_read_is_no_comparison(tmp_path: Path, content: bytes | None) -> None:
    put(tmp_path / "good.txt", OLD)
    if content is not None:
        put(tmp_path / "bad.docx", content)
    for pair in (("good.txt", "bad.docx"), ("bad.docx", "good.txt")):
        ended = heshu("diff", *pair, cwd=tmp_path)
        assert ended.code == 2
        assert ended.out == ""
        assert ended.err.startswith("heshu: bad.docx 没法比较：")


def test_the_command_needs_two_drafts(tmp_path: Path) -> None:
    ended = heshu("diff", put(tmp_path / "a.txt"))
    assert ended.code == 2
    assert "缺少参数" in ended.err
