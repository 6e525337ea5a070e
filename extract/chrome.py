"""Furniture of web pages and newspapers: buttons, paths, credits and repeated captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.han import HAN
from extract.late import late

_BUTTONS = frozenset(
    re.findall(
        r"\w+",
        "下载 打印 全屏 收藏 分享 分享到 分享至 加大 还原 减小 大 中 小 放大 缩小 默认 首页 关闭 返回 "
        "返回顶部 返回首页 打印本页 关闭窗口 打印此页 关闭本页 注册 登录 登陆 上一篇 下一篇 上一页 下一页 "
        "相关文章 相关报道 相关链接 相关附件 相关文档 相关新闻 相关阅读 文章搜索 热门推荐 推荐阅读 "
        "延伸阅读 微信 微博 分享到微信 我要纠错 纠错 无障碍 长者模式 繁体 简体 朗读 导航 搜索 English "
        "不存在或已删除 稿件来源 广告 推广 扫一扫 阅读原文 Public Publicdomain domain false true 点击图片进入专题 "
        "扫一扫在手机打开当前页 政府信息公开 您的位置 当前位置 您现在的位置 字号 字体 来源 时间 ",
    )
) | frozenset(re.findall(r"\S+", "× | > >> » 】 【 ] [ ...... 分享:"))
_CREDIT = late(
    r"(?:来源|稿源|稿件来源|信息来源|文章来源|发布机构|发布单位|供稿|供稿单位|时间|日期|发布时间|发表时间|发布日期|更新时间|"
    r"成文日期|索引号|主题分类|浏览次数|浏览量|阅读量|点击|点击数|点击量|访问量|阅读|作者|记者|编辑|责编|责任编辑|"
    r"网络编辑|值班主任|值班编委|审核|校对|摄影|摄像|图片|撰文|初审|复审|终审|监制|排版|美编|字号|字体|分享|分享到|您的位置|"
    r"您当前的位置|您现在的位置|当前位置|所在位置|关键词|标签|版权所有|主办单位|承办单位|网站标识码|联系电话|客服微信号|"
    r"月费订户)\s?[:：>]"
)
_NOISE = late(
    r"[\W_]*(?:https?://|www\.|</?[A-Za-z]|&(?:nbsp|lt|gt|amp);|备案号|[京沪粤浙苏鲁川渝津冀豫鄂湘皖赣闽琼]ICP备|扫码|扫一扫)"
    r"|【?[字][号体]\s?[:：]|[^\w\n]{0,8}点击图片|本文来源|免责声明|请加入成为"
)
_PATH = late(r"(?:\S{1,16}\s?(?:>{1,2}|»|›|/)\s?){2,}\S{0,16}")
# A stamp of date and time, a hash, and a newspaper's list of its staff.
_STAMP = late(
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?\d{1,2}[:：时]\d{2}\S{0,4}|[0-9a-f]{24,64}[:：]?"
    r"|\S{0,8}(?:编辑|校对|主编|组版|值班主任|主任|编委|版)\t\S{2,4})"
)
# 值班主任 某某, 三版编辑 某某: a newspaper's staff, one to a line.
_STAFF = late(
    r"(?:(?:值班|夜班|责任|本版|版面|执行|网络|网站|首席)?(?:主任|编辑|编委|主编|总编|校对|审读|审校|检校|组版|排版|美编|编审|统筹)"
    r"|[一二三四五六七八九十]{1,2}(?:[、至—-][一二三四五六七八九十]{1,2}){0,5}版(?:编辑|校对|组版)?|电脑组版)"
    rf"[ \t:：]{{0,8}}(?:{HAN}{{2,4}}|{HAN} {HAN})?(?:[ 、]{HAN}{{1,4}}){{0,5}}"
)
_LABEL = late(r"(?:来源|稿源|时间|日期|发布时间|作者|编辑|责任编辑|浏览次数|字号|文号|索引号)\s?[:：]?|[>»]+")
_LONGEST_VALUE = 20
_CAPTION = late(
    r"[^。\n]{0,60}(?:记者|通讯员|特约|[^\w\n])[^。\n]{0,16}[摄图]\s*$|[^。\n]{0,60}[。 ][^。\n]{0,24}记者[^。\n]{0,8}摄\s*$"
)
_BLANKS = late(r"[\s　​‍﻿]+")
# A line that is numbered or ends like a sentence is text, however often it stands.
_NUMBERED = late(r"[#*]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十])")
_PROSE_ENDS = ("：", ":", "。", "；", "，", "、", "！")
_LONGEST = 120
_LONGEST_STAFF = 30
_SHORTEST_CAPTION = 6
_OFTEN = 3
_HEADER = 16


def furniture(lines: Sequence[str]) -> list[str]:
    """Tell furniture from text.

    Args:
        lines: The paragraphs of a document in order.

    Returns:
        For each line ``chrome``, ``caption`` or an empty string for text. A line that stands three times or more is a
        caption from its second time on; twice is enough for the first lines of a page (a title above and below the
        breadcrumb).
    """
    keys = [_BLANKS.sub("", line) if len(line) <= _LONGEST else "" for line in lines]
    counts = Counter(keys)
    seen: set[str] = set()
    kinds: list[str] = []
    staff = [len(line) <= _LONGEST_STAFF and _STAFF.fullmatch(line.strip()) is not None for line in lines]
    for number, (line, key) in enumerate(zip(lines, keys, strict=True)):
        kind = _kind(line, key)
        if staff[number] and (staff[max(0, number - 1) : number + 2].count(True) > 1):
            kind = "chrome"
        if kind == "" and number and 0 < len(key) <= _LONGEST_VALUE and _LABEL.fullmatch(keys[number - 1]):
            kind = "chrome"  # the value of a label, or a step of a path, on a line of its own
        if (
            kind == ""
            and key in seen
            and (counts[key] >= _OFTEN or number < _HEADER)
            and not key.endswith(_PROSE_ENDS)
            and _NUMBERED.match(key) is None
        ):
            kind = "caption" if len(key) >= _SHORTEST_CAPTION else "chrome" if number < _HEADER else ""
        if key and kind != "chrome":
            seen.add(key)
        kinds.append(kind)
    return kinds


def _kind(line: str, key: str) -> str:
    if not key:
        return "" if line.strip() else "chrome"
    if key.rstrip(":：>") in _BUTTONS or key in _BUTTONS or _BUTTONS.issuperset(line.split()):
        return "chrome"
    if _STAMP.fullmatch(line.strip()) or _STAMP.fullmatch(key):
        return "chrome"
    if _CREDIT.match(key) or _NOISE.match(key):
        return "" if key.endswith("。") and len(key) >= _LONGEST_VALUE * 2 else "chrome"
    if ">" in key and _PATH.fullmatch(line.strip()):
        return "chrome"
    return "caption" if key[-1] in "摄图" and _CAPTION.match(line) else ""
