"""E12: the measure word of a person with a firm, or of a firm with people: 500名企业, 3家人才."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_END = r"(?=[，。；、！）)\n]|$)"
_FIRMS = late(
    rf"名(?P<thing>(?:工业|民营|外资|高新技术|科技型|规上)?企业|公司|学校|医院|工厂|项目|合作社){_END}"
)
_PEOPLE = late(
    rf"[家所座](?P<thing>(?:高层次|急需|各类|专业|技能)?人才|学生|教师|群众|党员|干部|职工|志愿者|医生){_END}"
)
_SENT = late(
    "[家所座](?P<thing>(?:优秀|青年|年轻|骨干|机关|专业|医疗|执业)?(?:干部|教师|党员|医生|志愿者|人才|职工))(?=驻|下|补充|充实|参加|参与|赴|奔赴|前往|获|受|入选|担任)"
)
_LONE = late("名(?=[，。；、])")
_FIRMS_BEFORE = late(
    r"(?P<thing>(?:规上|民营|高新技术|科技型)?企业|项目)(?:达到?|共|有|新增|增加)?[0-9]{1,6}$"
)
_NUMERAL = late(r"[0-9](?:余|多)?$")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield numbers whose measure word does not go with the thing counted."""
    text = reading.prose.text
    for pattern, right in ((_FIRMS, "家、个、所"), (_PEOPLE, "名、位"), (_SENT, "名、位")):
        for match in pattern.finditer(text):
            if _NUMERAL.search(text, max(0, match.start() - 2), match.start()):
                yield _hit(match.start(), match.end(), match[0][0], match["thing"], right)
    for match in _LONE.finditer(text):
        before = _FIRMS_BEFORE.search(text, max(0, match.start() - 16), match.start())
        if before is not None:
            yield _hit(before.start(), match.end(), "名", before["thing"], "家、个")


def _hit(start: int, end: int, word: str, thing: str, right: str) -> Hit:
    return Hit(start, end, f"量词“{word}”与“{thing}”不搭配", f"“{thing}”论{right}")


RULE = Rule(
    code="E12",
    name="measure-word",
    title="量词与名词不搭配",
    category="units",
    severity="info",
    what="企业、学校、项目论“名”，人才、学生、干部论“家”“所”。",
    why="量词写错往往说明数字或名词张冠李戴。",
    silent="“500名企业家”“3家人才服务机构”这样量词属于后一个词的。",
    bad=(
        Example("全市新增规上企业500名，占总数的一成。", "500名"),
        Example("引进3家高层次人才，组建5个团队。", "家高层次人才"),
    ),
    good=(
        "全市新增规上企业500家，占总数的一成。",
        "引进3名高层次人才，组建5个团队。",
    ),
    near=("表彰500名企业家，引进3家人才服务机构。",),
    find=find,
)
