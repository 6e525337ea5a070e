"""L15: a word put for one that sounds like it, told by the words beside it: 登陆网站, 必需坚持, 招聘启示."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late


class _Confusion(NamedTuple):
    """A word that is wrong beside certain words.

    Attributes:
        wrong: The word as printed.
        right: The word that is meant.
        pattern: The word with what stands beside it; its group ``word`` is the word alone.
        reason: What tells the two apart.
    """

    wrong: str
    right: str
    pattern: re.Pattern[str]
    reason: str


def _confusion(wrong: str, right: str, reason: str, before: str = "", behind: str = "") -> _Confusion:
    sides = []
    if before:
        sides.append(f"(?:{before})(?P<before>{wrong})")
    if behind:
        sides.append(f"(?P<behind>{wrong})(?={behind})")
    return _Confusion(wrong, right, late("|".join(sides)), reason)


_SITE = "[“《]?(?:[^，。；\n]{0,12}?(?:网站|平台|系统|账号|帐号|账户|帐户|官网|网址|门户|小程序|客户端|邮箱|后台|主页|网页|微信|App|APP|www|http))"
_CONFUSIONS = (
    _confusion(
        "登陆",
        "登录",
        "登陆是上岸，进入网站、系统用“登录”",
        before="(?:注册|会员|用户|免费|立即|点击|在线|网上|账号|请先?)[  /·|]{0,4}",
        behind=_SITE + "|(?:用户名|密码|页面|界面|名和密码)",
    ),
    _confusion(
        "必需",
        "必须",
        "后面接动词、表示一定要，用“必须”；“必需”是不可缺少",
        behind="(?:坚持|加强|做到|认真|切实|严格|全面|进一步|高度|牢牢|始终|立即|抓[好紧住]|加快|依法|按照|坚决|正视|清醒|充分|深入|把|从)",
    ),
    _confusion(
        "启示",
        "启事",
        "公开声明某事的文字是“启事”",
        before="招聘|寻人|征集|招领|征稿|征文|征婚|招租|遗失|更名",
    ),
    _confusion(
        "权力",
        "权利",
        "公民、法人依法享有的是“权利”",
        before="公民的?|劳动者的?|消费者的?|当事人的?|股东的?|妇女的?|儿童的?|选举的|受教育的?|知情的",
        behind="(?:和|与)义务",
    ),
    _confusion(
        "反应", "反映", "把情况告诉上级、表现出实质，用“反映”", behind="(?:出|了(?!过)|的是|民意|诉求|群众)"
    ),
    _confusion("反映", "反应", "受刺激引起的变化是“反应”", before="化学|应急|快速|连锁|过敏|不良|核|条件"),
    _confusion("截止", "截至", "后面带时点用“截至”", behind="(?:记者发稿|发稿|记者)"),
    _confusion("品味", "品位", "层次、格调是“品位”", before="城市|文化|艺术|建筑|生活"),
    _confusion("质疑", "置疑", "“毋庸置疑”不作“质疑”", before="毋庸|无可|不容"),
    _confusion("爆发", "暴发", "洪水、疫情突然发生用“暴发”", before="山洪|泥石流|洪水"),
    _confusion("发奋", "奋发", "“奋发有为”是固定说法", behind="有为|向上"),
    _confusion("一愁", "一筹", "“一筹莫展”的“筹”是筹码", behind="莫展"),
)
_BY_WORD = {confusion.wrong: confusion for confusion in _CONFUSIONS}
_WORD = late("|".join(_BY_WORD))
_REACH = 12


def find(reading: Reading) -> Iterator[Hit]:
    """Yield words that the words beside them show to be wrong."""
    text = reading.prose.text
    for word in _WORD.finditer(text):
        confusion = _BY_WORD[word[0]]
        for match in confusion.pattern.finditer(text, max(0, word.start() - _REACH), word.end() + 2 * _REACH):
            found = match.lastgroup or ""
            if match.start(found) == word.start():
                yield Hit(
                    word.start(),
                    word.end(),
                    f"“{confusion.wrong}”疑为“{confusion.right}”之误",
                    confusion.reason,
                    confusion.right,
                )
                break


RULE = Rule(
    code="L15",
    name="confused-word",
    title="音近词混用",
    category="typo",
    severity="info",
    what="两个读音相同或相近的词用错，由相邻的词可以断定：登陆网站（登录）、必需坚持（必须）、招聘启示（启事）、公民的权力（权利）、反应出（反映）。",
    why="拼音输入时选错词，两个词都成立，通读和一般的拼写检查都看不出来。",
    silent="台风登陆、登陆作战，生活必需品，给人启示，权力机关，化学反应等用得对的地方。",
    bad=(
        Example("申报人可登陆县政务服务网站查询办理进度。", "登陆"),
        Example("各级干部必需坚持问题导向，一抓到底。", "必需"),
        Example("数据反应出青川市消费市场稳步回升。", "反应"),
    ),
    good=(
        "申报人可登录县政务服务网站查询办理进度。",
        "各级干部必须坚持问题导向，一抓到底。",
        "数据反映出青川市消费市场稳步回升。",
    ),
    near=("台风登陆后风力减弱，生活必需品供应充足，这给我们深刻启示：权力必须受到监督，反应要快。",),
    find=find,
)
