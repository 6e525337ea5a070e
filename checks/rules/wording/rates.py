"""Nouns whose change is counted in percentage points, and nouns whose change is counted in per cent."""

from __future__ import annotations

RATE_ENDINGS = (
    "比重", "占比", "份额", "比例", "比率", "增速", "增幅", "涨幅", "降幅", "跌幅", "增长率", "城镇化率", "城市化率",
    "覆盖率", "普及率", "入学率", "入园率", "毛入学率", "巩固率", "就业率", "失业率", "优良率", "达标率", "合格率",
    "满意率", "利用率", "开工率", "完成率", "处理率", "处置率", "回收率", "使用率", "入住率", "上座率", "投产率",
    "贡献率", "利率", "税率", "毛利率", "利润率", "不良率", "不良贷款率", "负债率", "杠杆率", "赤字率", "储蓄率",
    "渗透率", "市占率", "占有率", "自给率", "国产化率", "电气化率", "机械化率", "数控化率", "转化率", "留存率",
    "森林覆盖率", "绿化率", "绿地率", "死亡率", "出生率", "发病率", "患病率", "治愈率", "识字率", "升学率", "录取率",
    "参保率", "报销率", "签约率", "履约率", "办结率", "破案率", "准点率", "正点率", "命中率", "化率",
)  # fmt: skip
"""Endings of shares, rates and growth figures: a statistics bureau prints their change in 百分点."""

LEVEL_NOUNS = (
    "产值", "增加值", "生产总值", "总额", "收入", "支出", "投资", "投资额", "产量", "销量", "销售额", "销售收入", "营业收入",
    "利润", "税收", "进出口", "出口", "进口", "用电量", "发电量", "货运量", "客运量", "吞吐量", "存款", "贷款", "余额", "人次",
    "数量", "业务量", "成交额", "产销量", "快递量", "出口额", "进口额",
)  # fmt: skip
"""Nouns that name a quantity of something: their growth is printed in per cent."""


def rate_noun(text: str, end: int) -> str:
    """The rate that ends at an offset.

    Args:
        text: The analysis text.
        end: Offset after the noun.

    Returns:
        The longest ending of :data:`RATE_ENDINGS` that stands there, empty for none.
    """
    words = text[max(0, end - 5) : end]
    return next((ending for ending in _LONGEST_FIRST if words.endswith(ending)), "")


_LONGEST_FIRST = tuple(sorted(RATE_ENDINGS, key=len, reverse=True))
