"""No text makes a rule fail, and every place that anything reports quotes the text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks import audit

WORDS = (
    "2025年 今年 上年 前三季度 1-11月 9月31日 “十四五” 五年来 截至2024年底 全市 全省 我市 云溪县 @@ ** TT市 X市 地区生产总值 增加值 "
    "一般公共预算收入 出口 进口 进出口 城镇化率 占比 比重 出生率 人均 每平方公里 总投资 其中 包括 分别 依次 合计 共 比上年 同比 环比 增长 下降 提高 "
    "提高到 由 从 至 到 增至 翻 一番 高于 低于 仅为 位居 全国第 第 名 位 连续 超额完成 目标 力争 预计 达到 占 相当于 平均 总计 3.5 12 0 100 45% 3.5% "
    "-2% 103% 2.5倍 3亿元 12.50万 １２．５ 1,234 6.8:45.2:48 1.5-2 三分之一 百分之三点五 五成 八折 十几 两 三四个 X亿元 X% **万 ××× □□% ____ "
    "亿元以上 5亿元以上 近 约 超 不足 左右 以上 多 余 个 家 项 件 亩 公里 人 万人 元/吨 百分点 个百分点 ‰ 。 ， 、 ； ： （ ） 《 》 “ ” ( ) ! ? \n "
    "\n\n 一、 （一） 1. ① 一是 二是 第三， 三方面 六大举措 等 和 与 以及 及 的 了 會 (huì) 網 乾 於 显着 <br> &nbsp; and  | - # "
    "\u200b \ufeff \ufffd 锟斤拷 省略1110字 未完待续 市市 发展发展 吨吨 \t 零 〇 负 万 亿 千 百"
)
PIECES = [piece for piece in WORDS.split(" ") if piece]

texts = st.lists(st.sampled_from([*PIECES, " "]), min_size=1, max_size=60).map("".join)


def assert_sound(text: str) -> None:
    result = audit("任意.txt", text.encode("utf-8"))
    if result.document is None:
        return
    assert [f.message for f in result.findings if f.rule == "R02"] == []
    read = result.document.text
    for finding in result.findings:
        for place in (finding.place, *finding.related):
            assert place.start < place.end
            assert read[place.start : place.end] == place.quote
    for placed in result.relations:
        for place in placed.places:
            assert read[place.start : place.end] == place.quote
    spans = [quantity.start for quantity in (result.reading.quantities if result.reading else ())]
    assert spans == sorted(set(spans))


@given(texts)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_fragments_of_reports(text: str) -> None:
    assert_sound(text)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_arbitrary_characters(text: str) -> None:
    assert_sound(text)
