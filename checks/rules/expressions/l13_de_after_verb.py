"""L13: 的 for 得 between a verb and its complement: 抓的很紧, 做的不实."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.repetition.words import word_pairs
from checks.rules.wording.standard import before_the_standard
from extract import Reading
from extract.late import late

_DEGREE = "越来越|很不?|非常|更加?|比较|十分|特别|相当|还?不太|还?不够|还?不|太|极为|异常"
_COMPLEMENT = (
    "紧|实|好|快|细|深|严|牢|稳|准|透|硬|足|旺|扎实|到位|彻底|深入|充分|理想|及时|得力|有力|完善|出色|漂亮|周密|细致|完美|顺利|"
    "及时有效|有声有色|红红火火|风生水起|淋漓尽致|热火朝天|井井有条|扎扎实实|恰到好处"
)
_IDIOM = "有声有色|红红火火|风生水起|淋漓尽致|热火朝天|井井有条|扎扎实实|恰到好处|如火如荼"
_FAULT = late(rf"的(?:(?:是)?(?:{_DEGREE})(?:{_COMPLEMENT})|(?:{_IDIOM}))(?=[，。；！？,;!?\n”]|$)")
_SHORT = frozenset("抓做干走跑看说写学管搞办打守压盯落")
_LONG = frozenset(
    {"落实", "执行", "开展", "推进", "表现", "发挥", "完成", "解决", "把握", "贯彻", "部署", "组织"}
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield complements of degree behind 的."""
    text = reading.prose.text
    found = [
        (match.start() - length, match.end())
        for match in _FAULT.finditer(text)
        if (length := _verb_before(text, match.start()))
    ]
    if not found or before_the_standard(reading):
        return
    for start, end in found:
        yield Hit(
            start,
            end,
            "补语前面的“的”应为“得”",
            "动词与说明程度、结果的补语之间用“得”",
            text[start:end].replace("的", "得", 1),
        )


def _verb_before(text: str, end: int) -> int:
    """The length of the verb that ends at an offset, 0 for none; 学 of 大学 is no verb."""
    if text[max(0, end - 2) : end] in _LONG:
        return 2 if text[end - 3 : end - 2] != "所" else 0
    if text[max(0, end - 1) : end] not in _SHORT or text[end - 2 : end - 1] == "所":
        return 0
    return 0 if text[max(0, end - 2) : end] in word_pairs().ending else 1


RULE = Rule(
    code="L13",
    name="de-after-verb",
    title="补语前“的”“得”相混",
    category="typo",
    severity="info",
    what="动词后面说明程度、结果的补语（很紧、不实、越来越好、有声有色），前面写了“的”。",
    why="“的”连定语，“得”连补语；写错后“抓的不实”就成了一个没有下文的名词短语（《现代汉语词典》）。",
    silent="“所做的很好”“增长的不快”这类“的”字短语能成立的；1996年以前的文件。",
    bad=(
        Example("有的干部对安全生产抓的不实，思考不深。", "抓的不实"),
        Example("今年的冬修工作干的很扎实，群众满意。", "干的很扎实"),
    ),
    good=(
        "有的干部对安全生产抓得不实，思考不深。",
        "今年的冬修工作干得很扎实，群众满意。",
    ),
    near=("所做的很好，学生家长的不满得到回应，推进的工作很扎实。",),
    find=find,
)
