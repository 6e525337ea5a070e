"""Nouns whose change is counted in percentage points, and nouns whose change is counted in per cent."""

from __future__ import annotations

SHARES = ("比重", "占比", "份额", "比例", "比率", "增速", "增幅", "涨幅", "降幅", "跌幅")
"""Nouns besides those in 率 that are printed in per cent: a statistics bureau prints their change in 百分点."""

OTHER_RATES = (
    "生产率", "效率", "汇率", "功率", "速率", "频率", "分辨率", "倍率", "容积率", "心率", "周转率", "斜率", "曲率", "概率", "几率",
    "码率", "折射率", "电阻率", "导热率", "换手率", "死亡率", "出生率", "发病率", "患病率", "感染率", "发生率", "发案率", "案发率",
    "犯罪率", "事故率", "故障率", "差错率", "投诉率", "复发率", "伤亡率", "立案率", "市盈率", "市净率", "空气比率", "表率", "草率",
)  # fmt: skip
"""Nouns in 率 that are no percentages, or whose fall is counted as a part of themselves (发案率下降15%)."""

LEVEL_NOUNS = (
    "产值", "增加值", "生产总值", "总额", "收入", "支出", "投资", "投资额", "产量", "销量", "销售额", "销售收入", "营业收入",
    "利润", "税收", "进出口", "出口", "进口", "用电量", "发电量", "货运量", "客运量", "吞吐量", "存款", "贷款", "余额", "人次",
    "数量", "业务量", "外资", "资金", "营收", "消费", "人数", "户数", "件数", "起数", "保费", "工资", "面积", "产能", "成交额", "产销量", "快递量", "出口额", "进口额",
)  # fmt: skip
"""Nouns that name a quantity of something: their growth is printed in per cent."""


def is_rate(text: str, end: int) -> bool:
    """Whether the noun that ends at an offset is a share or a rate in per cent.

    Args:
        text: The analysis text.
        end: Offset after the noun.
    """
    words = text[max(0, end - 4) : end]
    return (words.endswith("率") and not words.endswith(OTHER_RATES)) or words.endswith(SHARES)
