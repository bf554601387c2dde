"""Words of navigation and tools around a document on a government page, and the forms of its fields' values.

Source: inferred from the pages of widespread publishing systems.
"""

from __future__ import annotations

from lawcheck.readers.page.labels import BLANK
from lawcheck.text.pattern import alternation, pattern

# Ends a word that stands alone.
_ALONE = r"(?=[\s、|｜\[\]【】（）()]|\Z)"

_SHARE = """
新浪微博 腾讯微博 微博 微信好友 微信朋友圈 微信 朋友圈 QQ空间 QQ好友 QQ 人人网 豆瓣 百度贴吧 钉钉 更多 打印
"""
SHARE = pattern(rf"(?:{BLANK}*+(?:{alternation(tuple(_SHARE.split()))}){_ALONE}、?)*+")

# Words that stand alone between blanks or brackets.
_TOOLS = """
打印 我要打印 我要收藏 保存 打印本页 打印此页 打印文章 关闭 关闭窗口 关闭本页 关闭页面 关闭此页 收藏 收藏本页
加入收藏 设为首页 下载 全文下载 下载附件 附件下载 文件下载 下载文件 下载文字版 下载图片版 全屏 加大 还原 减小
放大 缩小 返回 返回顶部 返回列表 返回首页 返回上一页 回到顶部 回顶部 TOP 语音播报 语音阅读 语音朗读 朗读 收听
听全文 播放 暂停 播报 我要纠错 纠错 网站纠错 二维码 分享 转发 点赞 全真版 文字版 图片版 无障碍 无障碍阅读
无障碍浏览 长者模式 长者版 长者专区 长者助手 分享让更多人看到 适老版 适老化 关怀版 手机版 繁体 简体 繁體
网站首页 首页 网站地图 联系我们 关于我们 网站声明 隐私声明 版权声明 扫一扫 扫码阅读 用户登录 登录 注册 搜索
智能问答 阅读全文 A+ A- A T+ T- T| -->
"""
TOOL = pattern(rf"(?:{alternation(tuple((_TOOLS + _SHARE).split()))}){_ALONE}")
TOOL_SENTENCE = pattern(
    r"(?:(?:请|您可以?)?(?:用|使用|打开|通过)?(?:手机|微信|浏览器){0,2}[“\"]?扫(?:一扫|描|码)[^。；\n]{0,30}?"
    r"(?:当前页面?|本页|此页|页面|朋友圈|二维码|公众号|客户端)[^。；\s]{0,6}"
    rf"|微信(?:里点|扫一扫[:：])[^。；\n]{{0,30}}|二维码[^。；\n]{{0,12}}朋友圈。?){_ALONE}"
)
_SIZES = "特大|超大|加大|最大|大|中|小|默认|标准|还原|减小"
SIZE = pattern(
    rf"(?:(?:文字|文章|页面)?字{BLANK}{{0,2}}[号体](?:大小|调整)?|文字大小){BLANK}{{0,4}}[:：]?"
    rf"(?:{BLANK}{{0,4}}[\[【（(|｜/]?{BLANK}{{0,2}}(?:{_SIZES}|A[+-]?|T[+|-]?)(?=[\s\[\]【】（）()|｜/大中小]|\Z)[\]】）)]?)*+"
)
SIZES_ALONE = pattern(rf"(?:特大|大|中|小)(?:{BLANK}{{1,4}}(?:特大|大|中|小)){{1,3}}\Z")

HERE = pattern(
    rf"[您你]?(?:现在|当前|目前)?(?:所在)?的?{BLANK}{{0,4}}位{BLANK}{{0,4}}置(?:是|为)?{BLANK}{{0,4}}[:：]"
    rf"|(?:网站)?首页{BLANK}{{0,4}}[>＞»›→]"
)

# Marks of the foot of a site: a short closing line that holds one is such a line.
_FOOT_START = r"版权所有|[主承协]办(?:单位)?[:：]|技术支持(?:单位)?[:：]|网站标识码|网站地图|(?i:copyright)"
FOOT_START = pattern(rf"{_FOOT_START}|©|[^\s。]{{0,2}}ICP备")
FOOT = pattern(
    rf"{_FOOT_START}|ICP备|公网安备|公安备案|隐私声明|邮政?编码?[:：]|您是第.{{0,12}}位访"
    r"|(?:建议|推荐)使用.{0,20}(?:浏览器|分辨率)|党政机关.{0,4}标识"
)
FOOT_CONTACT = pattern(
    r"(?:单位|办公|联系)?地址[:：]|(?:联系|办公|咨询|值班)?电话[:：]|邮政?编码?[:：]|传真[:：]|(?:电子)?邮箱[:：]"
    r"|(?i:e-?mail)[:：]"
)
_FILE = r"\.(?i:pdf|docx?|wps|ofd|xlsx?|zip|rar|jpe?g|png)\s*(?:[（(][\d.]{1,8}\s*[KMG]?B?[）)])?(?=\s|\Z)"
FILE_LINE = pattern(rf"(?:附件\d{{0,2}}[:：]?\s*)?[^。；\n]{{1,80}}?{_FILE}")
FILE_WORD = pattern(rf"[^\s。，；：:]{{1,80}}?{_FILE}")

_TIME = r"(?:[上下]午\s?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d{1,3})?)?"
DATE = pattern(
    rf"[\[【（(]?\s*\d{{4}}\s*[-/.年]\s*\d{{1,2}}\s*[-/.月]\s*\d{{1,2}}日?(?:\s{{0,4}}T?{_TIME})?\s*[\]】）)]?"
)
# Sites write a date alone in digits; documents write it with 年月日.
SITE_DATE = pattern(rf"[\[【（(]?\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:\s{{1,4}}{_TIME})?[\]】）)]?{_ALONE}")
_HAN_DIGITS = "〇○零一二三四五六七八九十"
SIGNED_DATE = pattern(rf"[\d{_HAN_DIGITS}]{{4}}\s*年\s*[\d{_HAN_DIGITS}]{{1,3}}\s*月\s*[\d{_HAN_DIGITS}]{{1,3}}\s*日")
STATE = pattern(r"(?:现行|继续)?有效|失效|已?废止|已修改|部分失效|是|否|无")
COUNT = pattern(
    rf"[\[【（(]?(?:\d[\d,]{{0,11}}|加载中|(?i:loading))?[….]{{0,3}}(?:\s{{0,2}}(?:人次|次|人))?[\]】）)]?"
    rf"(?:\s{{0,2}}(?:人次|次|人))?{_ALONE}"
)
_COLOURS = "杏仁黄|秋叶褐|胭脂红|芥末绿|天蓝|雪青|银河白|灰|白|黄|绿|蓝|粉|红|护眼|默认"
COLOURS = pattern(rf"(?:\s*+[\[【]?(?:{_COLOURS})色?[\]】]?(?=[\s|\[\]【】]|\Z))*+")
NOTHING = pattern(r"无|暂无|未知|-{1,2}|—{1,2}|/|空")

# — 3 — of a text copied from print.
PAGE_NUMBER = pattern(r"(?:[-—－–―]\s?\d{1,3}\s?[-—－–―]|第\s?\d{1,3}\s?页(?:\s?[，,/]?\s?共\s?\d{1,3}\s?页)?)\Z")

ENUMERATED = pattern(
    r"[一二三四五六七八九十]{1,3}+[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}+[、．.]"
    r"|第[一二三四五六七八九十]{1,3}[章节条部]"
)
TITLE_LIKE = pattern(r"报告|总结|汇报|情况|通知|意见|方案|解读|办法|规定|公告|公示|通报|决定|批复|要点|计划")
