"""What the rules on script and stray text find, in sentences of our own, and that they leave real documents alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import Policy, audit
from checks.finding import Finding
from checks.rules.script.conversions import UNCONVERTED, wanted, word_at
from checks.rules.script.mojibake import find_garbles
from checks.rules.script.places import covered, gather, listed
from extract.script import fold

SHARED = Path(__file__).resolve().parents[2] / "shared"
TRADITIONAL = "會議強調，全縣經濟發展態勢良好，產業結構進一步優化。"


def findings(text: str, code: str, name: str = "甲.txt") -> list[Finding]:
    found = audit(name, text.encode(), Policy(select=(code,))).findings
    assert all(finding.rule == code for finding in found)
    return list(found)


def quotes(text: str, code: str) -> list[str]:
    return [place.quote for finding in findings(text, code) for place in (finding.place, *finding.related)]


def test_mixed_script_lists_every_place_in_one_finding() -> None:
    text = "云溪县经济发展总体平稳，財政收入实现较快增长，农业农村工作稳步推进，民生保障継续加强，专项資金已拨付。"
    (finding,) = findings(text, "J01")
    assert [finding.place.quote, *(place.quote for place in finding.related)] == ["財", "資"]
    assert finding.suggestion == "改为财、资"


def test_a_preposition_is_no_surname() -> None:
    assert quotes("由於疫情，部分项目进展较慢，经济运行承压，财政收支矛盾突出。", "J01") == ["於"]


def test_a_simplified_word_in_traditional_text_is_given_back_converted() -> None:
    (finding,) = findings("全縣經濟發展態勢良好，產業結構進一步優化，項目建設进展順利，農業豐收。", "J01")
    assert (finding.place.quote, finding.suggestion) == ("进", "改为進")


def test_half_and_half_is_told_as_a_mixture() -> None:
    (finding,) = findings("今年全縣經濟發展較快，各项经济指标实现增长，运行质量提升，總體態勢良好。", "J01")
    assert "繁简混用" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "县委书记李昇、县长陈堃、作家吴祎出席，会议讨论经济发展和项目建设。",
        "会议学习了《經濟發展綱要》，研究了产业项目和财政预算，听取了专题汇报。",
        "標準",
        "今年內地遊客增長，香港居民往内地旅遊的人次錄得升幅，抛售股票的情況減少。",
    ],
)
def test_names_quotations_and_print_forms_are_no_mixture(text: str) -> None:
    assert quotes(text, "J01") == []


@pytest.mark.parametrize(
    ("words", "wrong", "right"),
    [
        ("廣大干部群眾真抓實干", "干", "幹"),
        ("衣物干燥劑產量增長", "干", "乾"),
        ("放假后陸續返崗", "后", "後"),
        ("關于進一步優化營商環境的通知", "于", "於"),
        ("縣里已經作出部署", "里", "裏"),
        ("始終保持奮斗姿態", "斗", "鬥"),
        ("大力發展旅游業", "游", "遊"),
        ("筑牢安全生產防線", "筑", "築"),
        ("這項工作怎么抓", "么", "麼"),
        ("裝備制造業增長較快", "制", "製"),
        ("形勢復雜嚴峻", "復", "複"),
        ("經濟持續恢複", "複", "復"),
        ("新建公路21公裡", "裡", "里"),
        ("抓緊製定方案", "製", "制"),
        ("播種麵積擴大", "麵", "面"),
        ("管理係統升級", "係", "系"),
        ("紀念週恩來同志", "週", "周"),
        ("要對標對錶抓落實", "錶", "表"),
        ("研髮投入增加", "髮", "發"),
        ("明確要乾的事情", "乾", "幹"),
        ("為瞭群眾", "瞭", "了"),
    ],
)
def test_a_wrong_conversion_is_found_with_its_right_form(words: str, wrong: str, right: str) -> None:
    text = f"{TRADITIONAL}{words}，取得明顯成效。"
    hits = [finding for finding in findings(text, "J02") if finding.place.quote == wrong]
    assert len(hits) == 1
    assert f"“{wrong}”应为“{right}”" in hits[0].message
    assert hits[0].suggestion == hits[0].suggestion.replace(wrong, right)


@pytest.mark.parametrize(
    "words",
    [
        "若干措施不得干擾市場",
        "皇后大道西延線開工",
        "本週公佈的數字顯示，台灣和臺北的遊客增加",
        "全長21公里，沿線鄰里互助",
        "裝備製造業與制度創新並重，立體製作中心落成",
        "乾燥設備與餅乾出口增長",
        "周恩來紀念館接待遊客",
        "新余和余姚兩市簽約",
        "恢復生產，複雜形勢",
        "批准三個項目，標準不變",
        "更加注意安全，加註說明",
        "系統工程，關係民生，聯繫群眾",
        "于先生與單于文化園",
        "北斗導航與奮鬥精神",
    ],
)
def test_right_traditional_words_are_left_alone(words: str) -> None:
    assert quotes(f"{TRADITIONAL}{words}，取得明顯成效。", "J02") == []


def test_a_surname_that_was_converted_is_found_in_a_list_of_names() -> None:
    assert quotes(f"{TRADITIONAL}縣領導於德明、陳國強、鄭曉光出席。", "J02") == ["於"]
    assert quotes(f"{TRADITIONAL}項目位於上海、江蘇、浙江等地。", "J02") == []


def test_all_places_of_one_pair_are_one_finding() -> None:
    (finding,) = findings(f"{TRADITIONAL}干部要實干，不能蠻干，更要會干。", "J02")
    assert len(finding.related) == 3


def test_words_decide() -> None:
    text = fold("奮斗的姿態")
    answer = wanted(text, 1, "斗")
    assert answer is not None
    assert (answer.form, text[answer.start : answer.end]) == ("鬥", "奋斗")
    assert wanted(fold("北斗"), 1, "斗") is None
    assert word_at("甲乙丙", 1, ("乙丙", "丁")) == (1, 3)
    assert word_at("甲乙丙", 0, ("乙丙",)) is None
    assert all(len(plain) == 1 and plain not in forms for plain, forms in UNCONVERTED.items())


def test_glosses_are_one_finding_with_every_place_and_a_clean_reading() -> None:
    text = "會(huì)議強(qiáng)調(diào)，要穩(wěn)住經(jīng)濟(jì)大盤。\n"
    (finding,) = findings(text, "J03")
    assert [finding.place.quote, *(place.quote for place in finding.related)] == [
        "會(huì)", "強(qiáng)", "調(diào)", "穩(wěn)", "經(jīng)", "濟(jì)",
    ]  # fmt: skip
    assert "會議強調，要穩住經濟大盤" in finding.suggestion


@pytest.mark.parametrize(
    ("words", "written", "read"),
    [
        ("中国经济", "utf-8", "latin-1"),
        ("，我们", "utf-8", "cp1252"),
        ("青川经济", "gb18030", "latin-1"),
        ("中国经济", "utf-8", "gb18030"),
    ],
)
def test_garbled_words_are_decoded_again(words: str, written: str, read: str) -> None:
    garbled = words.encode(written).decode(read)
    text = f"全市{garbled}增长。"
    (garble,) = find_garbles(text)
    assert text[garble.start : garble.end] == garbled
    assert garble.meant == words


def test_bytes_out_of_step_are_read_again() -> None:
    words = "深入推进转型发展"
    broken = words.encode("gb18030")[1:].decode("gb18030", "ignore")
    text = f"我們要?nèi){broken}。"
    (garble,) = find_garbles(text)
    assert garble.start == text.index("?")
    assert len(garble.meant) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "Müller、Citroën和São Paulo",
        "5×—3×",
        "烫金、屯堡、锟铻",
        "造字\ue123一枚",
        "什么?好)吧",
        "温度25°C±2°C",
    ],
)
def test_odd_but_sound_text_is_not_garbled(text: str) -> None:
    assert find_garbles(text) == ()


def test_many_garbled_places_are_told_at_once() -> None:
    (finding,) = findings("，".join("增长\ufffd%" for _ in range(9)), "J04")
    assert len(finding.related) == 8
    assert finding.severity == "error"


def test_width_is_told_once_a_document() -> None:
    (finding,) = findings("今年,全市经济稳中有进,工业增势良好,投资结构优化,农业丰收。", "J05")
    assert len(finding.related) == 3
    assert quotes("比例为6.8:45.2:48,会议9:00开始,参会1,200人。", "J05") == []
    assert (
        quotes("一九五四年，粮食产量３３９０亿斤，棉花２１３０万担，钢２２３万吨，煤８３００万吨。", "J05")
        == []
    )


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2O.5万吨", "20.5"),
        ("5O%", "50"),
        ("l2.5%", "12.5"),
        ("1〇8个", "108"),
        ("二O二四年", "二〇二四"),
        ("二0二四年", "二〇二四"),
    ],
)
def test_lookalikes_in_numbers_are_found(words: str, meant: str) -> None:
    (finding,) = findings(f"全市实现{words}，比上年有所提高。", "J06")
    assert f"“{meant}”" in finding.suggestion


@pytest.mark.parametrize(
    "words",
    [
        "O2O模式",
        "G20峰会",
        "CO2排放",
        "5G基站",
        "二○二四年",
        "二〇二四年",
        "I类水质",
        "H2O",
        "4K电视",
    ],
)
def test_names_with_letters_and_digits_are_no_lookalikes(words: str) -> None:
    assert quotes(f"全市推广{words}，取得成效。", "J06") == []


def test_each_kind_of_invisible_character_is_one_finding() -> None:
    text = "增长\u200b5%，\u200b下降\u00ad3%，王\ue001同志。"
    found = findings(text, "J07")
    assert sorted(len(finding.related) for finding in found) == [0, 0, 1]
    assert quotes("家庭👨\u200d👩\u200d👧套餐", "J07") == []


def test_compatibility_characters_name_the_right_ones() -> None:
    (finding,) = findings("⼯业⽤电量与汽⻋产量", "J08")
    assert finding.suggestion == "⼯→工、⽤→用、⻋→车"


@pytest.mark.parametrize("words", ["全会 and 市委", "全会and市委", "提升the城市", "项目 of 企业", "”and“"])
def test_a_function_word_between_chinese_ones_is_stray(words: str) -> None:
    (finding,) = findings(f"贯彻“{words}”精神。" if "”" in words else f"贯彻{words}精神。", "J09")
    assert finding.category == "stray"


@pytest.mark.parametrize(
    "words", ["R&D经费", "Belt and Road论坛", "IN品牌", "AT产业", "Windows系统", "to B业务和to C业务"]
)
def test_other_foreign_words_may_stay(words: str) -> None:
    assert quotes(f"大力发展{words}，成效明显。", "J09") == []


def test_tags_are_errors_and_markdown_is_information() -> None:
    (tag,) = findings('重点项目进展顺利。\n<li id="x9"><span>\n</span></li>', "J10")
    assert (tag.severity, tag.place.quote) == ("error", '<li id="x9"><span>\n</span></li>')
    (heading,) = findings("# 工作报告\n\n各位代表：\n", "J10")
    assert heading.severity == "info"
    (entity,) = findings("增长&nbsp;5.2%，R&amp;D投入增加。", "J10")
    assert (entity.severity, len(entity.related)) == ("warning", 1)


@pytest.mark.parametrize(
    "text", ["**县完成**亿元，增长**%。", "增长<5%且>3%", "a<b且c>d", "《<甲>乙》", "A&B公司"]
)
def test_signs_that_are_no_markup_stay(text: str) -> None:
    assert quotes(text, "J10") == []


def test_furniture_is_one_warning_and_credits_are_information() -> None:
    text = (
        "下载\n打印\n【字号：\n大\n中\n小\n】\n青川市2024年政府工作报告\n来源：青川日报\n各位代表：\n"
        "2024年，全市经济稳中向好，粮食产量21万吨。\n分享到：\n"
    )
    serious, minor = findings(text, "J12")
    assert (serious.severity, serious.place.quote) == ("warning", "下载")
    assert serious.related[-1].quote.startswith("分享到")
    assert (minor.severity, minor.place.quote) == ("info", "来源：青川日报")


def test_the_staff_of_a_newspaper_page_is_furniture() -> None:
    text = "会议要求抓好落实。全年粮食产量21万吨。\n值班主任\t王 强\n审 读\t李小明 张 华\n电脑组版\t\n一版\t赵晓\n二、四版\t钱大伟\n"
    (finding,) = findings(text, "J12")
    assert len(finding.related) == 4


def test_a_bare_address_is_information() -> None:
    (finding,) = findings("详见http://www.example.gov.cn/2024/report.html，欢迎监督。", "J12")
    assert finding.severity == "info"


def test_places_are_gathered_and_covered() -> None:
    hit = gather([(1, 2), (5, 6)], "两处")
    assert (hit.start, hit.end, hit.related) == (1, 2, ((5, 6),))
    assert listed(["甲", "乙", "甲", "丙"], 2) == "甲、乙等"
    inside = covered([(1, 3), (5, 6)])
    assert [at for at in range(7) if inside(at)] == [1, 2, 5]


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with its real documents is not here")
@pytest.mark.parametrize("folder", ["national_report", "local_report", "communique"])
def test_official_documents_give_no_error_and_hardly_a_warning(folder: str) -> None:
    policy = Policy(select=("J", "K"), ignore=("J12",))
    characters = warnings = 0
    for path in sorted((SHARED / "corpus" / folder).glob("*.txt")):
        result = audit(path.name, path.read_bytes(), policy)
        assert result.document is not None
        characters += len(result.document.text)
        assert [finding.message for finding in result.findings if finding.severity == "error"] == []
        warnings += sum(finding.severity == "warning" for finding in result.findings)
    assert warnings <= 2 * characters / 100_000
