"""The words of the page itself, in both languages."""

from __future__ import annotations

from lawcheck.renderers.words import FALSE_ALARM, NO_ADVICE
from lawcheck.wording import Text

WORDS: dict[str, Text] = {
    "kind": Text("法治政府建设年度报告检查单", "Checklist of an annual report on law-based government"),
    "several": Text(
        "法治政府建设年度报告检查单：共 {n} 份，通过 {passed} 份", "Annual reports checked: {n}, passed: {passed}"
    ),
    "overview": Text("各份报告", "The documents"),
    "result": Text("结论", "Result"),
    "document": Text("文件", "Document"),
    "parts_found": Text("应写内容", "Parts"),
    "back": Text("回到总表", "back to the list"),
    "issuer": Text("机关", "Issuer"),
    "year": Text("年度", "Year"),
    "profile": Text("适用范围", "Profile"),
    "file": Text("文件", "File"),
    "not_given": Text("（没有找到）", "(not found)"),
    "on_this_page": Text("本页内容", "On this page"),
    "top": Text("结论和进度", "Result and progress"),
    "ring": Text("应写的 {all} 项内容写了 {found} 项", "{found} of {all} parts found"),
    "ring_label": Text("项应写内容", "parts found"),
    "bar": Text("对照的 {n} 条规则", "{n} rules checked"),
    "first": Text("先改这些", "Correct these first"),
    "parts": Text("应当写明的内容", "What must be in the report"),
    "part": Text("内容", "Part"),
    "state": Text("情况", "State"),
    "where": Text("在报告里的位置", "Where in the report"),
    "see": Text("见第 {n} 条", "see no. {n}"),
    "nowhere": Text("没有找到", "not found"),
    "chain": Text("不足、原因、措施", "Shortcomings, causes, measures"),
    "chain_told": Text(
        "每项不足应当写明原因，一般还应在下一年度安排里有对应的措施。对应关系按共同的词判断，请再看一眼。",
        "Each shortcoming needs its cause, and as a rule a measure in next year's plan. "
        "Pairs are made by the words that both have in common: please look again.",
    ),
    "shortcoming": Text("不足", "Shortcoming"),
    "cause": Text("原因", "Cause"),
    "measure": Text("措施", "Measure"),
    "spare": Text(
        "下一年度安排里不针对某项不足的措施（不一定要改）", "Measures that meet no shortcoming in particular (no fault)"
    ),
    "no_chain": Text("没有可以逐项对应的内容。", "There is nothing to pair item by item."),
    "findings": Text("发现项", "Findings"),
    "findings_told": Text(
        "× 需修改，→ 提示，△ 存疑。编号与“报告全文”里的小号数字相同，点击可以来回查看。",
        "× to correct, → info, △ doubtful. The numbers are those in the text below; they link both ways.",
    ),
    "no_findings": Text("没有发现项。", "There are no findings."),
    "remedy": Text("建议", "Remedy"),
    "waived": Text("已接受", "Waived"),
    "numbers": Text("数据", "Numbers"),
    "numbers_told": Text(
        "报告里的数，和它们互相核对的结果；“—”是没有可以核对的。只看前后是否一致，不判断数字是否属实。",
        "The numbers of the report, and whether they agree; “—” where nothing speaks for or against. "
        "Whether they are true is not checked.",
    ),
    "fact": Text("数据", "Number of"),
    "period": Text("年度", "Year"),
    "value": Text("报告所写", "As written"),
    "computed": Text("核算", "Computed"),
    "verdict": Text("结果", "Verdict"),
    "place": Text("位置", "Place"),
    "more_numbers": Text("还有一些没有规则涉及的数没有列出。", "More numbers that no rule looked at are left out."),
    "no_numbers": Text("没有读到数据。", "No numbers were read."),
    "text": Text("报告全文", "The text of the report"),
    "text_told": Text(
        "小号数字是发现项的编号；“应补”是应当写而没有写的地方。身份证号、手机号已遮住。",
        "Small numbers are those of the findings; “add” marks a place where something is missing. "
        "Identity and mobile phone numbers are blanked out.",
    ),
    "add": Text("应补", "add"),
    "finding_no": Text("第 {n} 条", "finding {n}"),
    "around": Text("网页信息：", "From the page: "),
    "left_out": Text("网页上报告以外的 {n} 段没有列出。", "{n} blocks around the report on its page are left out."),
    "no_text": Text("没有读到文字。", "No text was read."),
    "checked": Text("检查了什么", "What was checked"),
    "unread": Text("没有读到的内容", "What was not read"),
    "unread_body": Text(
        "报告有一部分没有读到，其中的内容不能说有，也不能说没有。",
        "Part of the report could not be read: of what may stand there nothing can be said.",
    ),
    "nothing_unread": Text("没有发现读不到的内容。", "Nothing was found that could not be read."),
    "limits": Text("没有检查完的内容", "What was not checked to the end"),
    "notes": Text("读取说明", "Notes on reading"),
    "rules": Text("规则", "Rules"),
    "against": Text(
        "lawcheck {version}，规则集 {ruleset}（{hash}），对照了 {n} 条规则。",
        "lawcheck {version}, rule set {ruleset} ({hash}), {n} rules.",
    ),
    "as_of": Text("以 {day} 为“今天”。", "Today is taken to be {day}."),
    "about": Text("说明", "About this sheet"),
    "no_advice": NO_ADVICE,
    "false_alarm": FALSE_ALARM,
}
