"""Words of buttons, credits and notices that a page leaves inside the running text (点击查看大图, 责任编辑：某某)."""

from __future__ import annotations

from collections.abc import Iterator

from extract.han import HAN
from extract.late import late

# A clause that begins with one of these words may be residue; scanning for the mark before it is what is quick.
_TRIGGER = late(
    "[。！？；，：、”’)）》\\]】\n*—|>+ \t\u3000\\[(（【][\\[(（【]?(?:点击|扫描二维码|扫描[下上]方|扫码|扫一扫|微信扫|长按|关注我们|关注公众号|"
    "关注官方|关注本|关注微信|订阅公众号|请关注|敬请|欢迎关注|版权|转载|未经|禁止转载|不得转载|谢绝|严禁转载|责任编辑|责编|编辑[:：]|图片来源|来源[:：]|"
    "原标题|分享[到至]|打印[本此页】\\]]|返回[顶首列上目]|加入|收藏到|字体|字号|网站地图|[上下]一篇|附件下载|下载|更多[精内资新详]|广告|Copyright|"
    "All Rights|[京沪粤浙苏鲁川渝津冀豫鄂湘皖赣闽琼黑吉辽晋陕甘青宁新藏蒙桂贵云]?(?:ICP备|公网安备)|月费订户|请加入|图|正文|大图|组图|img|内容|"
    "视频|附图|本期视频由|本文来[源自]|本文为付费|En[A-Z]{0,4}A|高清图)"
)
# No sentence of a document has these words, wherever they stand.
_ANYWHERE = late(
    "点击(?:下载|查看|进入专题|阅读)|返回顶部|加入收藏|责任编辑[:：]|分享到(?:微信|微博|[:：])|版权所有(?=[ ，。]?未经)|打印本页|关闭窗口|"
    "扫一扫在手机|转载请注明|微信扫一扫"
)
_FORM = late(
    "点击(?:标题栏|页面|左侧|右侧|上方|下方)[^，。；\n]{0,12}按钮|点击(?:此处|这里|图片|标题|链接|按钮|右上角|下方|上方|屏幕|上面|下面)?(?:可)?(?:下载|查看|进入|阅读|观看|打开|放大|关注|播放|收听|报名|订阅|这里|此处)"
    f"(?:{HAN}{{1,4}}(?=[。\n])|大图|原文|原图|专题|附件|详情|更多|全文|此处|链接|图片)?"
    "|扫描?(?:下方|上方|左侧|右侧)?(?:二维码|码)(?:关注|下载|阅读|查看|进入|添加)[^，。；\n]{0,6}?(?:公众号|客户端|APP|微信|详情|更多|小程序)"
    "|扫一扫在手机打开[^，。\n]{0,6}|微信扫一扫(?:分享|关注)?|(?:扫一扫|长按)[^，。\n]{0,6}(?:关注|识别)[^，。\n]{0,4}"
    "|(?:请|欢迎|敬请|更多[^，。；\n]{0,8}请)(?:点击)?(?:持续)?关注(?:我们|本站|本报|官方|微信|公众号|本公众号)?|关注(?:我们|本站)(?:的?[^，。\n]{0,8})?"
    "|(?:关注|订阅)(?:官方|我们的|本报|本站)?(?:微信)?公众号"
    "|版权(?:所有|归[^，。\n]{1,12}所有)(?!者|人|权)[ 　,，:：]{0,2}(?:未经[^。\n]{0,14}|(?:翻印|侵权|盗版|违者)必究)?"
    "|未经[^，。；\n]{0,10}(?:许可|授权|同意|允许)[^。；\n]{0,10}(?:转载|复制|使用|摘编|镜像)[^。；\n，]{0,6}"
    "|(?:转载|摘编)(?:请|须|时)?(?:注明|标明|务必)[^。；\n]{0,14}|(?:禁止|不得|谢绝|严禁)(?:任何形式)?转载"
    f"|[\\[(（【]?(?:责任编辑|责编|编辑|图片来源|来源|原标题)[:：] ?[^，。；\n)）\\]】]{{2,24}}[)）\\]】]"
    f"|(?:责任编辑|责编)[:：] ?(?:{HAN}{{2,3}})(?:[ 、]{HAN}{{2,3}}){{0,3}}|本文来[源自][:：]?[^，。；\n)）]{{0,10}}|[(（]?本文为付费[^，。；\n)）]{{0,6}}[)）]?"
    "|分享[到至](?:微信|微博|朋友圈|QQ|手机|[:：])[^，。\n]{0,4}|[【\\[]?打印(?:本页|此页|】|\\])(?:[【\\[ ]*关闭(?:窗口|本页)?[】\\]]?)?"
    "|返回(?:顶部|首页|列表|上一页|目录页)|加入收藏(?:夹)?|收藏到[A-Za-z]{2,12}|网站地图|(?:上|下)一篇[:：][^，。；\n]{0,30}"
    f"|(?:附件下载|下载附件)[:：]?|下载(?:客户端|APP|完整版|原文|全文|后可编辑)(?:{HAN}{{1,4}}(?=[。\n]))?|更多(?:精彩|内容|资讯|新闻|详情)(?:内容|资讯)?(?:请|敬请|尽在)[^，。；\n]{{0,10}}"
    "|Copyright ?(?:©|\\(c\\)|[0-9])[^。\n]{0,40}|All Rights Reserved\\.?|[京沪粤浙苏鲁川渝津冀豫鄂湘皖赣闽琼黑吉辽晋陕甘青宁新藏蒙桂贵云]?ICP备[0-9]{4,12}号?(?:-[0-9])?"
    "|[京沪粤浙苏]?公网安备[ 0-9]{4,20}号?|(?:请)?加入成为[^，。\n]{0,12}订户[^。\n]{0,60}|月费订户 ?网址[^。\n]{0,40}"
    "|[\\[【](?:图片?|正文|大图|组图|视频|附图)[\\]】]|[(（](?:组图|大图|高清图)[)）]|[(（]图片?[)）](?![\n ]|$)|img(?=\\s|$)|[(（]本期视频由[^)）\n]{1,24}[)）]"
    "|\\[(?:内容|编辑|责编|责任编辑)[^\\]\n]{0,16}\\]|En[A-Z]{0,4}A\\+A-|[(（【\\[]广告[)）】\\]]|字[体号][:：]? ?(?:大 ?中 ?小|加大)"
    f"|(?<=[。！？；])广告(?=(?:{HAN}{{0,1}}[^监宣和投业设]))"
)
_BEFORE = frozenset("。！？；：，、”’）)】]》…—*|>+\n \t　")
_FARTHEST = 80


def residues(text: str) -> Iterator[tuple[int, int]]:
    """Find such words where they begin a clause; a sentence that speaks of downloads or editors has a subject before.

    Args:
        text: The analysis text.

    Yields:
        Start and end of each, in order, none inside another.
    """
    after = 0
    opening = _FORM.match(text, 0, _FARTHEST)
    if opening is not None:
        after = opening.end()
        yield opening.span()
    triggers = [(match.start(), match.end(), False) for match in _TRIGGER.finditer(text)]
    triggers += [(match.start(), match.end(), True) for match in _ANYWHERE.finditer(text)]
    for at, until, anywhere in sorted(triggers):
        first = max(after, at)
        form = _FORM.search(text, first, min(len(text), first + _FARTHEST))
        if form is None or form.start() >= until:
            continue
        start = form.start()
        if not anywhere and start and text[start - 1] not in _BEFORE and text[start] not in "[(（【":
            continue
        after = form.end()
        yield start, form.end()
