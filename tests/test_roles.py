"""Roles: what asserts something, and what dates, orders, numbers or names."""

from __future__ import annotations

import pytest
from numbers_of import numbers, spans


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("2024年的工作", "date"),
        ("二〇二四年的工作", "date"),
        ("9月起施行", "date"),
        ("11月份", "date"),
        ("2024-03-05", "date"),
        ("2024/3/5 8:01:28", "date"),
        ("5/3/2024", "date"),
        ("上午9:30", "date"),
        ("上午9时30分", "date"),
        ("20世纪", "date"),
        ("2024-25年", "date"),
        ("20XX年X月", "date"),
        ("1-11月", "period"),
        ("前三季度", "period"),
        ("一、二季度", "period"),
        ("未来五年", "period"),
        ("近3年来", "period"),
        ("今年前4个月", "period"),
        ("“十五五”时期", "plan"),
        ("十四五规划", "plan"),
        ("实施质量提升三年行动", "plan"),
        ("〔2026〕18号", "document_number"),
        ("第27号公告", "document_number"),
        ("拨打12345热线", "phone"),
        ("电话：0571-88881234", "phone"),
        ("联系13900001111", "phone"),
        ("第六届大会", "ordinal"),
        ("第三轮督察", "ordinal"),
        ("第19届运动会", "ordinal"),
        ("十四届八次全会", "ordinal"),
        ("二十届四中全会", "ordinal"),
        ("党的二十大精神", "ordinal"),
        ("污水处理厂二期工程", "ordinal"),
        ("建市30周年", "ordinal"),
        ("发布“8+4”政策", "name"),
        ("落实“132”部署", "name"),
        ("实施“36条”", "name"),
        ("5G基站", "name"),
        ("PM2.5浓度", "name"),
        ("5A级景区", "name"),
        ("DeepSeek-R1模型", "name"),
        ("山区26县", "name"),
        ("世界500强", "name"),
        ("市会议中心4楼", "name"),
        ("216省道", "name"),
        ("第二产业", "name"),
        ("110千伏变电站", "name"),
        ("10年期国债", "name"),
        ("商务部等9部门", "name"),
        ("每10万人", "name"),
        ("《城市更新36条导则》", "name"),
        ("数字政府2.0建设", "version"),
        ("重点讲三方面内容", "structural_count"),
        ("抓好五个方面", "structural_count"),
        ("推进六大举措", "structural_count"),
        ("掌握5种思维", "structural_count"),
        ("建成一批学校", "article"),
        ("打通最后一公里", "idiom"),
        ("摆在第一位", "ordinal"),
        ("党的九大路线", "ordinal"),
        ("二十国集团", "name"),
        ("http://www.example.cn/2024/a1.html", "code"),
        ("全文共13100字", "code"),
        ("编号202107211321363588510367811223344", "code"),
        ("① 概述", "enumerator"),
        ("编为128", "claim"),
        ("机号128", "unexplained"),
    ],
)
def test_roles(text: str, role: str) -> None:
    found = numbers(text)
    assert found
    assert {quantity.role for quantity in found} == {role}
    assert all(quantity.reason for quantity in found)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("位居全省第4位", ["第4位"]),
        ("位列44名", ["44名"]),
        ("综合得分全市第一，", ["第一"]),
        ("连续8年居全市第2，", ["8年", "第2"]),
        ("数量居全国首位", ["首位"]),
        ("成为全国第五大港口", ["第五大"]),
        ("全省第3，第一时间响应", ["第3"]),
        ("打造“1小时”交通圈", ["1小时"]),
        ("打造20分钟医疗服务圈", ["20分钟"]),
        ("产值达到386亿，", ["386亿"]),
        ("让31万山区居民受益", ["31万"]),
        ("建设千万元以上项目75个", ["千万元以上", "75个"]),
        ("工业总产值突破千亿", ["千亿"]),
        ("百亿级产业集群", ["百亿级"]),
        ("增加一百五十六个项目", ["一百五十六个"]),
        ("支持两所高校", ["两所"]),
        ("比例为1:1.5", ["1:1.5"]),
        ("倍差缩小至1.72", ["1.72"]),
        ("2个3万吨泊位", ["2个", "3万吨"]),
        ("连续三个季度增长", ["三个季度"]),
        ("年均增长百分之七点五", ["百分之七点五"]),
        ("GDP5.2%的增速", ["5.2%"]),
        ("LL市ZZ56个乡镇", ["56个"]),
        ("实现产值翻番", ["翻番"]),
        ("排名提升6位", ["6位"]),
        ("接待人次86.5万", ["86.5万"]),
        ("分别排名第17和第26位", ["第17", "第26位"]),
        ("成功举办6届", ["6届"]),
    ],
)
def test_what_asserts_something(text: str, claims: list[str]) -> None:
    assert spans(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "一般公共预算",
        "进一步统一思想",
        "社会消费品零售总额",
        "长三角一体化",
        "四川、三峡和九江",
        "十分重要",
        "万众一心",
        "一定要",
        "每万人",
        "单位：万元",
        "实现收入亿元",
        "队伍建设",
        "大陆架",
        "三农工作",
        "三澳核电",
        "三门核电",
    ],
)
def test_words_with_numerals_count_nothing(text: str) -> None:
    assert not numbers(text)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("签约近X亿元", ["近X亿元"]),
        ("增长X%，位列第X", ["X%", "第X"]),
        ("全市共有**家，", ["**家"]),
        ("拆出**多亩土地", ["**多亩"]),
        ("达**%、", ["**%"]),
        ("投入____万元", ["____万元"]),
        ("约×万吨", ["约×万吨"]),
        ("□□亿元", ["□□亿元"]),
        ("某万元", ["某万元"]),
        ("增长XX.X个百分点", ["XX.X个百分点"]),
        ("X 亩", ["X 亩"]),
        ("5X亿元", ["5X亿元"]),
        ("奖金（　　）万元", ["（　　）万元"]),
    ],
)
def test_masked_numbers(text: str, masked: list[str]) -> None:
    found = numbers(text)
    assert [text[slice(*q.span)] for q in found] == masked
    assert {q.numeral.shape for q in found} == {"masked"}
    assert {q.numeral.values for q in found} == {()}
    assert {q.role for q in found} == {"claim"}


@pytest.mark.parametrize(
    "text",
    [
        "X射线",
        "X光",
        "X县X镇",
        "R&D经费",
        "某市某县",
        "**重点任务**",
        "**年度目标**",
        "**个人所得税**",
        "某个",
        "X轴",
    ],
)
def test_what_masks_no_number(text: str) -> None:
    assert not numbers(text)


def test_a_mask_before_a_value_masks_a_name() -> None:
    assert spans("**80%的面积是山地") == ["80%"]
    assert [q.numeral.shape for q in numbers("3×4米")] == ["single", "single"]
