"""Roles: what each numeral is there for."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.late import late
from extract.quantity import Numeral, Role, Unit

Verdict = tuple[Role, str]


class Draft(NamedTuple):
    """A numeral with its unit before its role is known.

    Attributes:
        text: The analysis text.
        numeral: The numeral.
        unit: Its unit, ``None`` where none is printed or implied.
        printed: The unit's words, empty where none are printed.
        end: Offset after the unit.
        before: The characters right before the numeral (第 included).
        bounded: Whether a bound word belongs to it.
        quoted: Length of the short quotation that holds it, 0 outside.
    """

    text: str
    numeral: Numeral
    unit: Unit | None
    printed: str
    end: int
    before: str
    bounded: bool
    quoted: int

    @property
    def dimension(self) -> str:
        """What the unit measures, empty without a unit."""
        return "" if self.unit is None else self.unit.dimension

    @property
    def name(self) -> str:
        """The unit's canonical name, empty without a unit."""
        return "" if self.unit is None else self.unit.name

    def after(self, size: int = 10) -> str:
        """The characters right behind the unit."""
        return self.text[self.end : self.end + size]


_PHYSICAL = frozenset(
    {
        "mass",
        "area",
        "length",
        "volume",
        "energy",
        "power",
        "pressure",
        "temperature",
        "data",
        "frequency",
        "sound",
    }
)
MEASURES = _PHYSICAL | {"money", "share", "rate", "points", "multiple", "age", "quotient", "score"}
"""Dimensions whose numbers measure something even inside a short quotation."""

SHORT_QUOTATION = 12
"""A quotation up to this length is a name (“8+4”), a longer one is speech."""

_NUMBERED = {
    "强": "list of so many",
    "号": "number of a thing",
    "楼": "place in a building",
    "室": "place in a building",
    "线": "number of a line",
    "路": "number of a line",
    "代": "generation",
    "开": "format",
    "版": "edition",
}
_STRUCTURE = late(r"方面|层面|维度|大?台阶|思维|必须|坚持|意识|自信|确立|维护|字[，。：“]|句话|关键词")
_AFTER_MEASURE_VERB = late(
    r"(?:[为至到达报升降跌涨]|(?<![纽签违节合预条公])约|突破|指数|排名|得分|评分|总分|高达|只有|仅有|预期的?|前值|初值|终值|增加|减少|超过|比值|倍差)$"
)
_MAP = late(r"万?(?:的)?(?:地形图|地图|地质图|比例尺|航摄|国土)")
_HELD = late(r"(?:举办|承办|主办|召开|举行|连续|已有?|办好|参加)了?[近超约逾]?$")
# 2025款, 2026大运会: a year and the name behind it.
_BEHIND_YEARS = frozenset({"款", "大", "版", "级", "财年"})
_POSTCODE_BEFORE = ("邮编", "邮编：", "邮编:", "邮政编码", "邮政编码：", "邮政编码:")
_YEAR = late(r"(?:19|20)[0-9]{2}")
_NAMED_WITH_ORDINAL = late(r"产业|方阵|线|时间|手|梯队|世界|方机构|资源|要务|生产力|动力|把手|选择|窗口|学堂")


def judge_ordinal(draft: Draft) -> Verdict:
    """The role of a numeral with 第 before it: a rank asserts something, other ordinals number or name."""
    if 0 < draft.quoted <= SHORT_QUOTATION and draft.numeral.shape != "masked":
        return "name", "in quotation marks"
    if draft.dimension == "rank":
        return "claim", "rank"
    if _NAMED_WITH_ORDINAL.match(draft.text, draft.numeral.end):
        return "name", "name with an ordinal"
    return "ordinal", "numbered with 第"


def judge_figures(draft: Draft) -> Verdict:
    """The role of a number in Arabic digits, or of a placeholder, that is no date."""
    numeral, unit, name = draft.numeral, draft.unit, draft.name
    masked = numeral.shape == "masked"
    if unit is not None and not masked and draft.before.endswith("每") and _divides(draft):
        return "name", "denominator"
    measured = draft.dimension in MEASURES or draft.dimension == "time"
    if 0 < draft.quoted <= SHORT_QUOTATION and not masked and not measured:
        return "name", "in quotation marks"
    if draft.dimension == "voltage":
        return "name", "voltage class"
    if numeral.shape == "ratio" and _MAP.match(draft.text, draft.end):
        return "name", "scale of a map"
    if unit is None:
        return _judge_bare(draft)
    if (
        (draft.dimension == "place" or name in _BEHIND_YEARS)
        and not masked
        and not draft.bounded
        and _YEAR.fullmatch(draft.text, numeral.start, numeral.end)
    ):
        return "date", "year without 年"
    if name in _NUMBERED and not masked:
        return "name", _NUMBERED[name]
    if name == "县" and not masked:
        return "name", "fixed group of places"
    if name == "级" and not masked and numeral.resolutions[0] == 1:
        return "name", "grade"
    if name == "部门":
        return "name", "group of offices"
    if name == "届" and not _HELD.search(draft.before):
        return "ordinal", "numbered session"
    if name == "期" and re.match(r"工程|项目|建设|扩建", draft.after()):
        return "ordinal", "phase"
    if name == "次" and draft.after(2) == "列车":
        return "name", "number of a train"
    if name == "方面" or (draft.dimension == "count" and _STRUCTURE.match(draft.after())):
        return "structural_count", "parts of a text"
    return "claim", "masked number" if masked else "number with a unit"


def _divides(draft: Draft) -> bool:
    """Whether a number behind 每 is the base of a rate (每10万人) and no interval (每3天)."""
    return draft.numeral.values[0] >= 100 or draft.dimension in ("people", "count")


def _judge_bare(draft: Draft) -> Verdict:
    """A number without a unit."""
    numeral = draft.numeral
    if numeral.shape == "masked":
        return "claim", "masked number"
    if numeral.percent or numeral.shape == "ratio":
        return "claim", "share or ratio"
    printed = draft.text[numeral.start : numeral.end]
    if _YEAR.fullmatch(printed) and not draft.bounded:
        return "date", "year without 年"
    if draft.before.endswith("月") and numeral.resolutions[0] == 1 and numeral.values[-1] <= 31:
        return "date", "day without 日"
    if draft.before.endswith(_POSTCODE_BEFORE):
        return "code", "postcode"
    if draft.before.endswith("年(") and draft.text.startswith(")", numeral.end) and len(printed) == 4:
        return "date", "year in brackets"
    if re.match(r" ?[×xX*] ?[0-9]", draft.text[numeral.end : numeral.end + 4]):
        return "name", "factor of a product"
    if numeral.resolutions[0] < 1 or printed[-1] in "万亿":
        return "claim", "number without a unit"
    if draft.bounded or _AFTER_MEASURE_VERB.search(draft.before):
        return "claim", "number after a verb of measure"
    return "unexplained", "no unit and no pattern"
