"""What the rules on masked and missing content find, in sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import Policy, audit
from checks.finding import Finding
from checks.rules.masking.notices import omissions, page_turns
from checks.rules.masking.placeholders import kinds_of, placeholders

SHARED = Path(__file__).resolve().parents[2] / "shared"
REPORT = "2026年青川市政府工作报告\n各位代表：\n一、2025年工作回顾\n经济运行平稳，任务圆满完成。\n"


def findings(text: str, code: str) -> list[Finding]:
    return list(audit("甲.txt", text.encode(), Policy(select=(code,))).findings)


def quotes(text: str, code: str) -> list[str]:
    return [finding.place.quote for finding in findings(text, code)]


def test_every_masked_number_is_an_error_of_its_own() -> None:
    found = findings("青川市投资X亿元，增长X%，位列全市第X，新增企业××家。", "I01")
    assert [finding.place.quote for finding in found] == ["X亿元", "X%", "X", "××家"]
    assert {finding.severity for finding in found} == {"error"}


def test_allowed_masks_are_information() -> None:
    found = audit("甲.txt", "青川市投资X亿元。".encode(), Policy(select=("I01",), allow_masks=True)).findings
    assert [finding.severity for finding in found] == ["info"]


def test_bold_type_is_no_mask() -> None:
    text = "1、**美元指数下跌**，市场平稳。\n2、**人民币汇率稳定**，收于高位。"
    assert quotes(text, "I") == []


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("建设幸福LL。LL市区位好，LL力度大，LL速度快。", "LL", 4),
        ("对ZZ56个市测评，ZZ省居前。", "ZZ", 2),
        ("@@镇获评样板，@@企业专利多。", "@@", 2),
        ("这对**来说是机会，**市的增速为**%。", "**", 2),
        ("□□县、□□乡受灾。", "□□", 2),
        ("某某同志任组长，某某局配合。", "某某", 2),
        ("X市委召开会议，建设大美X，投资X亿元。", "X", 2),
        ("A市、B市结对。A市出资金。", "A", 2),
    ],
)
def test_a_masked_name_is_told_once_with_all_its_places(text: str, words: str, count: int) -> None:
    found = [finding for finding in findings(text, "I02") if finding.place.quote == words]
    assert len(found) == 1
    assert 1 + len(found[0].related) == count
    assert found[0].severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "全市R&D经费增长，WTO、IP、VEP、eWTP、GDP、AI、5G、DeepSeek等概念普及。",
        "新增AAA级景区2家、AA级景区5家，QQ群不作通知，PP管用于供水。",
        "新购X光机2台，X射线检测合格，采用Model X车型。",
        "二○○八年建成，一九九○年改造。",
        "建成3×4米展板，×为乘号。",
        "DD公司成立。",
    ],
)
def test_abbreviations_are_no_masks(text: str) -> None:
    assert quotes(text, "I02") == []


def test_one_placeholder_for_different_things_is_told() -> None:
    text = "@@镇获评样板，@@企业专利多，@@研究院搬迁。"
    (finding,) = findings(text, "I02")
    assert "镇、企业、研究院" in finding.message
    ((words, spans),) = placeholders(text, [])
    assert (words, kinds_of(text, spans)) == ("@@", ["镇", "企业", "研究院"])


@pytest.mark.parametrize(
    ("text", "quote", "severity"),
    [
        ("本项工作由____负责牵头。", "____", "warning"),
        ("由青川市（ ）负责。", "（ ）", "warning"),
        ("项目进展情况【待补充】。", "【待补充】", "error"),
        ("数据来源TODO核对。", "TODO", "error"),
        ("特此通知。\n{单位名称}", "{单位名称}", "error"),
    ],
)
def test_unfilled_slots(text: str, quote: str, severity: str) -> None:
    (finding,) = findings(text, "I03")
    assert (finding.place.quote, finding.severity) == (quote, severity)


def test_what_looks_like_a_slot_and_is_none() -> None:
    assert quotes("时间待定，方案有待完善。函数print()可用，MASTODON平台上线。", "I03") == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("心往一处……（本站省略1110字，会员可完整阅读）……劲往一处使。", 1110),
        ("突破40……（未完，全文共13,100字，当前仅显示3,100字，请阅读提示。", 10000),
        ("全文摘要。还有2500字未读，点击阅读全文。", 2500),
        ("以下内容省略。", 0),
        ("点击展开全文查看。", 0),
    ],
)
def test_notices_say_how_much_is_missing(text: str, missing: int) -> None:
    (notice, *_) = omissions(text)
    assert notice.missing == missing
    assert {finding.severity for finding in findings(text, "I04")} == {"error"}


@pytest.mark.parametrize(
    "text",
    [
        "深入实施创新驱动发展战略，省略号不能代替数字。",
        "未完成投资计划的县要说明原因。",
        "平台注册会员突破10万人，登录人数增长一成。",
        "剩余劳动力转移就业，还有3个县没有通高铁。",
    ],
)
def test_words_of_omission_in_prose_are_no_notices(text: str) -> None:
    assert omissions(text) == ()


def test_a_brief_omission_is_information() -> None:
    (finding,) = findings("名单（略）。", "I04")
    assert finding.severity == "info"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (REPORT + "二、今年安排\n要抓好项目建设，确保全年目标如期实", "如期实"),
        (REPORT + "二、今年安排\n要抓好项目建设，确保目标实现。\n我们必须坚定信心抓落", "抓落"),
        (REPORT + "二、今年安排\n要抓好项目建设，", "项目建设，"),
        (REPORT + "二、今年安排", "二、今年安排"),
        (REPORT + "二、主要目标\n经本次大会批准后，认真组织实施。", "认真组织实施"),
        ("，全市工业平稳增长。下一步要抓好项目。", "，全市工业"),
    ],
)
def test_a_cut_is_told_where_it_is(text: str, quote: str) -> None:
    (finding,) = findings(text, "I05")
    start = text.rindex(quote)
    assert finding.place.start < start + len(quote)
    assert start < finding.place.end


@pytest.mark.parametrize(
    "text",
    [
        REPORT + "二、今年安排\n抓好落实。\n让我们团结起来，为建设美丽青川而努力奋斗！",
        "请遵照执行。\n青川市人民政府办公室\n2026年5月6日",
        "请遵照执行。\n联系人：张明，电话：0578-1234567",
        "会议通过了五项议程。\n出席：张明、李强、王芳、赵敏、孙丽、周洁",
        "详见网站。\n下载地址，https://example.cn/a，欢迎查阅",
        "会议议程\n一、通过议程\n二、听取报告\n三、分组审议",
        "青川市 云溪县 临江区",
    ],
)
def test_ends_that_need_no_stop(text: str) -> None:
    assert quotes(text, "I05") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年实现财政收入亿元，比上年多。", "收入亿元"),
        ("规上工业增加值增长%，居全省第一。", "增长%"),
        ("城镇化率提高个百分点，城乡更协调。", "提高个百分点"),
        ("全年新建公里，改造桥梁三座。", "新建公里"),
    ],
)
def test_holes(text: str, quote: str) -> None:
    (finding,) = findings(text, "I06")
    assert finding.place.quote.endswith(quote)


@pytest.mark.parametrize(
    "text",
    [
        "新引进亿元以上项目18个，打造百亿级集群，产值突破亿元大关的企业9家。",
        "最高的可达万元，过亿元的企业有三家。",
        "增速提高几个百分点，利润增长百分之五。",
        "指标\t增长%\n收入\t6.1",
        "同比增长X%，投资**亿元。",
    ],
)
def test_units_that_need_no_number(text: str) -> None:
    assert quotes(text, "I06") == []


def test_page_turns() -> None:
    assert list(page_turns("（紧接第一版）压实责任。")) == [(0, 7)]
    assert list(page_turns("平稳。（下转第三版）")) == [(3, 10)]
    assert list(page_turns("该书第三版已出，下转青川的公路通车。")) == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not beside the repository")
@pytest.mark.parametrize("name", ["2026_浙江省", "2026_山东省", "2026_吉林省"])
def test_official_reports_are_whole(name: str) -> None:
    data = (SHARED / "corpus" / "local_report" / f"{name}_政府工作报告.txt").read_bytes()
    assert [f.message for f in audit(f"{name}.txt", data, Policy(select=("I",))).findings] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not beside the repository")
def test_the_masked_speech_names_its_placeholders() -> None:
    data = (SHARED / "samples" / "000.txt").read_bytes()
    found = audit("000.txt", data, Policy(select=("I02",))).findings
    assert {f.place.quote: 1 + len(f.related) for f in found} == {"LL": 44, "TT": 18, "@@": 9, "ZZ": 4}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全市工业增加值增长1X.5%，高于全省。", "1X.5%"),
        ("服务业增加值增长*.2%，占比提高。", "*.2%"),
        ("完成投资6□.4亿元，超额完成任务。", "6□.4亿元"),
        ("新建水厂×2家，年内投产。", "×2家"),
    ],
)
def test_a_number_of_which_some_digits_are_masked_is_found(text: str, quote: str) -> None:
    (found,) = quotes(text, "I01")
    assert found in quote or quote in found


@pytest.mark.parametrize(
    "text",
    [
        "云溪电厂建成2×66万千瓦机组，实行7×24小时服务。",
        "受访者中，**组别** 28%的人满意，**12%**的人不满意。",
        "窗口实行5*8小时工作制，展板3X5米，共有8块。",
    ],
)
def test_multiplication_and_bold_type_mask_nothing(text: str) -> None:
    assert quotes(text, "I01") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全市城镇化率达到61.2%和%，居全省前列。", "和%"),
        ("央行下调存款准备金率个百分点，释放长期资金。", "个百分点"),
        ("云溪县建成个社区服务中心，覆盖全部街道。", "个社"),
        ("全年城镇新增就业万人以上，失业率保持稳定。", "万人"),
    ],
)
def test_a_unit_that_nothing_but_a_number_precedes_is_a_hole(text: str, quote: str) -> None:
    assert any(quote in found for found in quotes(text, "I06"))


@pytest.mark.parametrize(
    "text",
    [
        "开展个性化服务，新增个体工商户3200户，实施个人信息保护，健全国家标准体系。",
        "指标名称 计量单位 2023年实绩 比上年增长% 占全市比重%",
        "造福千家万户，上万人参加，近万亩良田丰收，亿元以上项目开工，万人大会召开。",
    ],
)
def test_words_that_begin_like_a_classifier_are_no_holes(text: str) -> None:
    assert quotes(text, "I06") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("食生产稳定增长，粮食播种面积扩大。各县抓紧春耕，备足种子化肥，全年目标能够实现。", ["warning"]),
        ("性循环加快形成，财政收入稳步增加。各县抓紧春耕，备足种子化肥，全年目标能够实现。", ["warning"]),
        ("粮食生产稳定增长，粮食播种面积扩大。各县抓紧春耕，备足种子化肥，全年目标能够实现。", []),
        ("各位代表：\n现在报告工作，请予审议。各县抓紧春耕，备足种子化肥，全年目标能够实现。", ["info"]),
        ("青川市三农工作报告\n各位代表：\n现在报告工作，请予审议。全年目标能够实现。", []),
    ],
)
def test_a_text_that_begins_in_the_middle_is_found(text: str, found: list[str]) -> None:
    assert [finding.severity for finding in findings(text, "I05")] == found
