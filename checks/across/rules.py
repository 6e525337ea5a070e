"""What documents of a run are told about each other: the rules that need more than one document."""

from __future__ import annotations

from checks.rule import Example, Rule

NEAR_DUPLICATE = "C09"
OTHER_NUMBERS = "C12"
SAME_PARAGRAPH = "C13"

BETWEEN = "\n————（另一份文件）————\n"
"""The line between the documents of an example."""

_REPORT = (
    "青川市2025年民生实事完成情况\n"
    "全年改造老旧小区86个，惠及居民3.2万户。新建公共充电桩1200个，新增停车泊位4500个。\n"
    "新建、改扩建学校14所，增加学位9600个。新增养老床位820张，建成社区食堂47家，群众满意度持续提高。"
)
_BRIEFING = (
    "青川市2025年民生工作简报\n"
    "各县区要把民生实事列入重点督查事项，逐项建立台账，按月通报进度，年底统一组织验收，"
    "验收结果作为综合考核的依据，并通过政府网站和新闻媒体向社会公开，接受群众监督。"
)
_RULES_OF_CHECK = _BRIEFING.partition("\n")[2]

ACROSS_RULES = (
    Rule(
        code=NEAR_DUPLICATE,
        name="near-duplicate-document",
        title="两份文件几乎相同",
        category="repetition",
        severity="info",
        what="同一批文件中，去掉数字后约八成以上文字相同的归为一组，每组报一处。文字全同、只有少数数字不同的是警告，并列出不同的数字。",
        why="同一份稿子的两个版本一起送审，或照旧稿改写漏改，不同的那几个数往往有一个是错的。",
        silent="不足60字的文件；日期不同的算文字不同。一组超过50份、或超过总数五分之一（5份以内除外）的当作模板，只提示一处。",
        bad=(
            Example(_REPORT + BETWEEN + _REPORT.replace("820张", "280张"), "280张"),
            Example(
                _REPORT + BETWEEN + _REPORT.replace("持续提高", "明显提高"), "青川市2025年民生实事完成情况"
            ),
        ),
        good=(
            _REPORT + BETWEEN + _BRIEFING,
            "全市一般公共预算收入91.6亿元。" + BETWEEN + "全市一般公共预算收入96.1亿元。",
        ),
        near=(
            "青川市2025年民生实事完成情况\n全年改造老旧小区86个，惠及居民3.2万户。"
            + BETWEEN
            + "云溪县2025年水利建设情况\n全年治理中小河流12条，加固小型水库7座，新增高标准农田3.5万亩，"
            "改造灌区2处。冬春修水利投入劳动力11万人次，完成土石方640万立方米。",
        ),
    ),
    Rule(
        code=OTHER_NUMBERS,
        name="sentence-with-other-numbers",
        title="几份文件里的同一句话，数字不同",
        category="conflict",
        severity="warning",
        what="去掉数字后一字不差、不少于20个字的句子，在同一批的几份文件里数字不同。指标、时期、地区都认定相同的是警告；"
        "认定不全、而句中多数数字相同的只作提示。",
        why="同一件事在两份文件里说法不一，发布后就是自相矛盾。报在与多数文件不同的那一份里。",
        silent="时期、地区、口径或目标与实绩不同的；保留位数不同而可以相等的；一份文件里排比出现的；"
        "超过50份、或超过总数五分之一（5份以内除外）文件里都有的句子；文字全同的两份文件由C09报告。",
        bad=(
            Example(
                "青川市2025年财政运行情况\n2025年，全市一般公共预算收入达到91.6亿元，比上年增长5.3%，收入质量继续改善。"
                + BETWEEN
                + "青川市2025年经济形势分析\n2025年，全市一般公共预算收入达到96.1亿元，比上年增长5.3%，收入质量继续改善。\n"
                "这是全市上下共同努力的结果。",
                "96.1亿元",
            ),
            Example(
                "云溪县农村公路建设简报\n我们新改建农村公路126公里，改造危桥9座，安装护栏83公里，惠及行政村45个。"
                + BETWEEN
                + "云溪县交通工作总结\n一年来，成绩来之不易。\n"
                "我们新改建农村公路162公里，改造危桥9座，安装护栏83公里，惠及行政村45个。",
                "162公里",
            ),
        ),
        good=(
            "青川市2025年财政运行情况\n2025年，全市一般公共预算收入达到91.6亿元，比上年增长5.3%，收入质量继续改善。"
            + BETWEEN
            + "云溪县2025年经济形势分析\n2025年，全市一般公共预算收入达到96.1亿元，比上年增长5.3%，收入质量继续改善。",
            "青川市公报\n2024年，全市一般公共预算收入达到91.6亿元，比上年增长5.3%，收入质量继续改善。"
            + BETWEEN
            + "青川市简报\n2025年，全市一般公共预算收入达到96.1亿元，比上年增长4.9%，收入质量继续改善。",
        ),
        near=(
            "青川市2025年财政运行情况\n2025年，全市一般公共预算收入达到91.6亿元，比上年增长5.3%，收入质量继续改善。"
            + BETWEEN
            + "青川市2025年经济形势分析\n2025年，全市一般公共预算收入达到91.62亿元，比上年增长5.3%，收入质量继续改善。",
        ),
    ),
    Rule(
        code=SAME_PARAGRAPH,
        name="paragraph-in-several-documents",
        title="整段文字见于几份文件",
        category="repetition",
        severity="info",
        what="不少于50字的段落，在同一批的几份文件里一字不差；同在这几份文件里的各段合为一处。",
        why="照抄的段落改了一份没改另一份，就会前后不一；也便于看出哪些文字是从别处搬来的。",
        silent="超过50份、或超过总数五分之一（5份以内除外）文件里都有的套话；几乎相同的文件由C09报告。",
        bad=(
            Example(_BRIEFING + BETWEEN + _REPORT + "\n" + _RULES_OF_CHECK, "逐项建立台账"),
            Example(
                _REPORT + BETWEEN + "云溪县通报\n" + _REPORT.partition("\n")[2] + "\n" + _RULES_OF_CHECK,
                "新建、改扩建学校14所",
            ),
        ),
        good=(
            _REPORT + BETWEEN + _BRIEFING,
            "同志们：\n让我们再接再厉。" + BETWEEN + "各位代表：\n让我们再接再厉。",
        ),
        near=(_BRIEFING + BETWEEN + _REPORT + "\n" + _RULES_OF_CHECK.replace("按月通报", "按季通报"),),
    ),
)
"""Told in the documentation like all other rules; what they do runs when a whole run has been audited."""
