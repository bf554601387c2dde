"""Labels of the fields that government pages show about a document.

Source: the catalogue items of the Regulation on Open Government Information (索引号, 发布机构, 文号, 名称 …) and the
forms that widespread publishing systems give them; inferred from their pages.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from lawcheck.text.pattern import pattern

ValueKind = Literal["text", "line", "date", "count", "state", "share", "colour", "link", "url"]

BLANK = r"[ \t\u3000\xa0]"


class Label(NamedTuple):
    """A field's label: the key of Document.metadata that it fills (None: kept out), and the form of its value.

    `text` is a short value that ends at a blank or at the next label; `line` may hold blanks; `link` holds titles.
    """

    key: str | None
    value: ValueKind


_LABELS: dict[Label, str] = {
    Label("title", "line"): "标题 名称 信息名称 文件名称 公文名称 文件标题 公文标题",
    Label("published", "date"): """
        发布时间 发布日期 信息发布时间 信息发布日期 发表时间 发表日期 公开日期 公开时间 公布日期 公布时间
        信息时间 上传时间 时间 日期
    """,
    Label("updated", "date"): "更新时间 更新日期",
    Label("written", "date"): """
        成文日期 成文时间 生成日期 生成时间 印发日期 印发时间 发文日期 发文时间 签发日期 制发日期
    """,
    Label(None, "date"): "失效日期 实施日期 施行日期 生效日期 废止日期 失效时间 实施时间 施行时间 生效时间 废止时间",
    Label("publisher", "text"): """
        发布机构 发文机关 发布单位 发布部门 公开机构 公开部门 公开单位 发文单位 发文机构 发文部门 制发机关
        信息公开机构 责任部门 公开责任部门 所属机构 信息所属单位
    """,
    Label("source", "text"): "来源 信息来源 文章来源 稿件来源 文件来源 内容来源 稿源",
    Label("column", "line"): "栏目 所属栏目 所在栏目 栏目名称",
    Label("document_number", "text"): "文号 发文字号 发文文号 文件编号 文件字号 公文编号",
    Label("url", "url"): "原文链接 原文地址 来源链接 页面链接 网址",
    Label(None, "text"): """
        索引号 信息索引号 索引编号 索取号 统一编号 目录编号 主题分类 信息分类 体裁分类 组配分类 分类 主题词
        关键词 关键字 信息格式 语种 公开方式 公开形式 公开类别 公开范围 公开程序 公开时限 公开期限 服务对象
        行业分类 责任编辑 编辑 责编 作者 审核 初审 复审 终审 审核人 审校 校对 撰稿 供稿 供稿单位 信息员 摄影
        录入 录入人 发布人 发布者 签发 审签 核稿 信息索取号 内容分类 信息类别 公文种类 文种 公开目录 所属主题 本地目录
    """,
    Label(None, "line"): "内容概述 内容概况 内容摘要 摘要",
    Label(None, "state"): "有效性 是否有效 时效性 效力状态 文件状态",
    Label(None, "count"): """
        浏览次数 阅读次数 点击次数 访问次数 查看次数 浏览量 阅读量 点击量 访问量 浏览数 阅读数 点击数 点击率
        浏览人次 阅读人次 人气 浏览 阅读 点击
    """,
    Label(None, "share"): "分享到 分享至 分享 一键分享 转发到 扫码分享",
    Label(None, "colour"): "视力保护色 保护视力色 背景颜色 背景色 页面颜色",
    Label(None, "link"): """
        上一篇 下一篇 上一条 下一条 上篇 下篇 前一篇 后一篇 相关报道 相关链接 相关阅读 相关文章 相关信息
        相关解读 相关稿件 相关新闻 相关文件 相关附件 附件下载 文件下载 延伸阅读 推荐阅读 热点推荐
    """,
}

LABELS = {word: label for label, words in _LABELS.items() for word in words.split()}

# Labels are often spread with blanks to one width: 索 引 号：, 标 题：
_SPREAD = "|".join(f"{BLANK}{{0,4}}".join(word) for word in sorted(LABELS, key=lambda w: (-len(w), w)))
LABEL = pattern(rf"(?P<label>{_SPREAD}){BLANK}{{0,4}}[:：]")
