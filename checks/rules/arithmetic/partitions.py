"""Sets of labels that divide a whole without rest, so that their numbers must add up to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.late import late

_SETS: tuple[tuple[str, ...], ...] = (
    (r"第?一(?:次)?产(?:业)?", r"第?二(?:次)?产(?:业)?", r"第?三(?:次)?产(?:业)?"),
    (r"第?一$", r"第?二$", r"第?三(?:次)?产"),
    (r"农业|农林牧渔业|一产", r"工业|二产|第二产业", r"服务业|三产|第三产业"),
    (r"第?一(?:次)?产", r"第?二(?:次)?产", r"第?三(?:次)?产", r"城乡居民|居民|生活"),
    (r"城镇|城市|市区", r"农村|乡村"),
    (r"男", r"女"),
    (r"出口", r"进口"),
    (r"税收", r"非税"),
    (r"新建|新开工", r"续建|结转"),
    (r"新建", r"改建|改扩建|改造|扩建"),
    (r"新建", r"改建", r"扩建"),
    (r"内资", r"外资"),
    (r"因公出国|出国|因公出境", r"公务用车|公车", r"公务接待|接待"),
    (r"境内|国内|省内|市内|县内", r"境外|国外|国际|海外|入境|省外|市外|县外"),
    (r"线上", r"线下"),
    (r"公办|公立", r"民办|私立"),
    (r"公有|国有", r"非公有|非国有|民营|民间"),
    (r"中央", r"地方"),
    (r"上半年", r"下半年"),
    (r"一季度", r"二季度", r"三季度", r"四季度"),
    (r"一期", r"二期"),
    (r"一期", r"二期", r"三期"),
    (r"夏粮", r"秋粮"),
    (r"夏粮", r"早稻", r"秋粮"),
    (r"早稻", r"中稻", r"晚稻"),
    (r"水田", r"旱地"),
    (r"基本支出", r"项目支出"),
    (r"本科", r"专科"),
    (r"小学", r"初中", r"高中"),
    (r"特级|特大", r"一级|大型", r"二级|中型", r"三级|小型"),
    (r"大型", r"中型", r"小型"),
    (r"财产险|财险", r"人身险|寿险|人寿险"),
    (r"公路", r"铁路", r"水[运路]", r"航空|民航"),
    (r"公路", r"铁路", r"水[运路]"),
)
_COMPILED = tuple(tuple(late(pattern) for pattern in group) for group in _SETS)
_PER_HEAD = tuple(late(word) for word in ("工资", "经营", "财产", "转移"))
_REST = late(r"其他|其它|其余|剩余|余下")
_HOMES = late(r"居民|生活|城镇|农村")
_FILLING = late(r"^(?:其中|全[市省县区国]|我[市省县区]|常住|户籍|完成|实现|新增|累计|[：，、“])+")
_OPEN = late(r"^(?:以上)?等")


def composed(labels: Sequence[str]) -> bool:
    """Whether labels are the four sources of income, whose means per head add up as totals do."""
    return len(labels) == len(_PER_HEAD) and all(
        pattern.search(label) for pattern, label in zip(_PER_HEAD, labels, strict=True)
    )


def closed(labels: Sequence[str], behind: str = "", *, rest: bool = True) -> bool:
    """Whether labels divide their whole without rest.

    Args:
        labels: The words before each number, in order.
        behind: The words after the last one: an open list ends in 等.
        rest: Whether a last label that names the rest (其他) closes a list.

    Returns:
        Whether they are a known set (城镇 and 乡村, the three industries), or name the rest themselves (其他).
    """
    if _OPEN.match(behind):
        return False
    if rest and len(labels) >= 2 and _REST.search(labels[-1]):
        return True
    if composed(labels):
        return True
    if any("用电" in label for label in labels) and not any(_HOMES.search(label) for label in labels):
        return False  # what homes use belongs to no industry
    bare = [_FILLING.sub("", label) for label in labels]
    return any(len(group) == len(bare) and _matches(group, bare) for group in _COMPILED)


def _matches(group: tuple[re.Pattern[str], ...], labels: list[str]) -> bool:
    """Whether each member of a set opens another one of the labels, in whatever order."""
    left = list(labels)
    for pattern in group:
        found = next((label for label in left if pattern.match(label)), None)
        if found is None:
            return False
        left.remove(found)
    return True
