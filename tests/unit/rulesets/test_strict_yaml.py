"""Strict YAML: what values mean, what is refused and where, and what handwriting mistakes are told."""

from __future__ import annotations

import time

import pytest
import yaml

from lawcheck.errors import RuleSetError
from lawcheck.rulesets import strict_yaml
from lawcheck.rulesets.lines import MAX_BYTES
from lawcheck.rulesets.strict_yaml import MAX_DEPTH, MAX_NODES, MAX_SCALAR, parse


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each of the two parsers of PyYAML in turn."""
    loader = getattr(yaml, request.param, None)
    if loader is None:
        pytest.skip("PyYAML was built without the C parser")
    monkeypatch.setattr(strict_yaml, "_LOADER", loader)
    return str(request.param)


def refused(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(RuleSetError) as caught:
        parse(data, "x.yaml")
    message = caught.value.message
    assert "\n" not in message + message.en
    assert message.partition("：")[0] == message.en.partition(": ")[0]
    return str(message)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-7", -7),
        ("0", 0),
        ("no", "no"),
        ("off", "off"),
        ("True", "True"),
        ("22:30", "22:30"),
        ("2024-02-30", "2024-02-30"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1.5", "1.5"),
        ("1" * 19, "1" * 19),
        ('"12"', "12"),
        ("'true'", "true"),
        ("“三项制度”一词", "“三项制度”一词"),
        ("[甲, 乙]", ("甲", "乙")),
        ("{zh: 举措、成效, en: results}", {"zh": "举措、成效", "en": "results"}),
    ],
)
def test_only_plain_words_and_whole_numbers_are_more_than_text(written: str, value: object) -> None:
    assert parse(f"a: {written}\n".encode(), "x.yaml").value == {"a": value}


@pytest.mark.usefixtures("parser")
def test_every_node_and_key_keeps_its_place() -> None:
    tree = parse("规则:\r\n  - id: 甲\r\n    re: ['x', y]\r\n".encode("utf-8-sig"), "x.yaml")
    assert tree.value == {"规则": ({"id": "甲", "re": ("x", "y")},)}
    assert tree.at(("规则", 0, "re", 1)) == (3, 15)
    assert tree.at(("规则", 0, "re"), key=True) == (3, 5)
    assert tree.at(("规则", 0, "absent")) == (2, 5)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3:1：键“a”重复，第 1 行已经有了"),
        ("a: {b: 1, b: 2}\n", "x.yaml:1:11：键“b”重复，第 1 行已经有了"),
        ("a: &x 1\n", "x.yaml:1:4：“&x”是 YAML 锚点，规则文件不支持；若是文字请加引号"),
        ("a: *x\n", "x.yaml:1:4：以“*”开头的值（*x）是 YAML 引用，规则文件不支持；若是文字请加引号"),
        ("a: 1\n<<: {b: 1}\n", "x.yaml:2:1：规则文件不支持 YAML 合并键“<<”"),
        ("a: !!timestamp 2024\n", "x.yaml:1:4：以“!”开头的是 YAML 标签，规则文件不支持；若是文字请加引号"),
        ("a: !!python/object:os.system {}\n", "x.yaml:1:4：以“!”开头的是 YAML 标签，规则文件不支持；若是文字请加引号"),
        ("a: ! x\n", "x.yaml:1:4：以“!”开头的是 YAML 标签，规则文件不支持；若是文字请加引号"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2:1：一个文件只能有一份文档，不能有第二个“---”，也不能用 %TAG"),
        ("[a]: 1\n", "x.yaml:1:1：键只能是文字；以“{”或“[”开头的文字要加引号"),
        ("? {a: 1}\n: 2\n", "x.yaml:1:3：键只能是文字；以“{”或“[”开头的文字要加引号"),
        ("'': 1\n", "x.yaml:1:1：键不能为空"),
        ("a: \x07\n", "x.yaml:1:4：含有看不见的字符 U+0007；请删去，或在双引号里写成转义"),
        ("a: 报\u200b告\n", "x.yaml:1:5：含有看不见的字符 U+200B；请删去，或在双引号里写成转义"),
        ("a: x\u2028b: y\n", "x.yaml:1:5：含有看不见的字符 U+2028；请删去，或在双引号里写成转义"),
        (b"a: 1\nb: \xff\n", "x.yaml:2:1：不是 UTF-8 编码；请另存为 UTF-8"),
        ("标题：第一责任人\nb: 1\n", "x.yaml:1:3：这里用了全角冒号“：”；键名后面要用半角冒号加一个空格“: ”"),
        ("b: 1\n标题：第一责任人\n", "x.yaml:2:3：这里用了全角冒号“：”；键名后面要用半角冒号加一个空格“: ”"),
        ("- id: E1\n  title：x\n  kind: y\n", "x.yaml:2:8：这里用了全角冒号“：”；键名后面要用半角冒号加一个空格“: ”"),
        ("a: x\n  en：y\n", "x.yaml:2:5：这里用了全角冒号“：”；键名后面要用半角冒号加一个空格“: ”"),
        ("a: [一，二]\n", "x.yaml:1:5：方括号里要用半角逗号分开；若“，”“、”是文字的一部分，请加引号"),
        (
            "a: “缺少”\n",
            "x.yaml:1:4：“ ”不是 YAML 的引号；请改用半角引号，若引号是文字的一部分，外面再加一层半角引号",
        ),
        ("a:\n\t- b\n", "x.yaml:2:1：缩进用了制表符；请改用空格"),
        ("a:\n  b: 1\n\tc: 2\n", "x.yaml:3:1：缩进用了制表符；请改用空格"),
        ("a: @x\n", "x.yaml:1:4：以“@”开头的值要加引号"),
        ("a: `x`\n", "x.yaml:1:4：以“`”开头的值要加引号"),
        ("a: %x\n", "x.yaml:1:4：以“%”开头的值要加引号"),
        ("a: *次\n", "x.yaml:1:4：以“*”开头的值要加引号"),
        ("a: |x\n  b\n", "x.yaml:1:4：以“|”开头的值要加引号"),
        ("a: {next}年\n", "x.yaml:1:4：引号或括号后面还有文字；请给整个值加引号"),
        ('a: "x"年\n', "x.yaml:1:4：引号或括号后面还有文字；请给整个值加引号"),
        ("a: b: c\n", "x.yaml:1:5：值里面有“: ”；请给整个值加引号"),
        ("x: 1\na:1\n", "x.yaml:2:2：冒号后面要有一个空格"),
        ('a: "x\nb: 1\n', "x.yaml:1:4：引号没有配对"),
        ('a: "\\d+"\n', "x.yaml:1:4：双引号里的反斜杠是转义符；模式请改用单引号，或不加引号"),
        ("a: [x, y\nb: 1\n", "x.yaml:1:4：方括号或花括号没有配对，或两项之间缺少半角逗号"),
        ("a:\n    b: 1\n  c: 2\n", "x.yaml:3:3：缩进与上下文对不齐；同一级的键要左对齐，列表项以“- ”开头"),
        ("a: 1\n  b: 2\n", "x.yaml:2:4：缩进不对：这一行比它的上级多缩进，或上一行的值没有写完"),
        ("x: 1\n只有文字\n", "x.yaml:2:1：这一行缺少“键: 值”里的冒号"),
    ],
)
def test_what_is_refused_is_told_with_its_place_and_a_remedy(text: str | bytes, message: str) -> None:
    assert refused(text) == message


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ['a: "\\U00110000"\n', 'a: "\\ud800"\n', "%FOO\n", "%YAML 9.9\n---\na: 1\n"])
def test_what_makes_other_loaders_raise_errors_of_their_own_is_refused(text: str) -> None:
    assert refused(text).startswith("x.yaml:")


def merges() -> str:
    return "a: &x {k: 1}\n" + "".join(f"b{i}: &y{i}\n  <<: [*x, *x]\n" for i in range(25))


@pytest.mark.parametrize(
    "bomb",
    [
        merges(),
        "a: &a [x]\n" + "".join(f"b{i}: &b{i} [*a, *a, *a]\n" for i in range(20)),
        "[" * 100_000,
        "[\n" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "".join(f"k{i}: 1\n" for i in range(90_000)),
        "%A\n" * 300_000,
        '"' * MAX_BYTES,
        "a " * (MAX_BYTES // 2),
        "\t" * MAX_BYTES,
        "：" * (MAX_BYTES // 3),
        "1" * MAX_BYTES,
    ],
    ids=lambda bomb: bomb[:8].strip(),
)
def test_bombs_end_in_time(bomb: str, parser: str) -> None:
    begun = time.monotonic()
    refused(bomb[:MAX_BYTES])
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    ("at_limit", "above", "told"),
    [
        ("[" * MAX_DEPTH + "]" * MAX_DEPTH, "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "嵌套超过 32 层"),
        ("[" + "a," * (MAX_NODES - 1) + "]", "[" + "a," * MAX_NODES + "]", "节点超过 100000 个；请分成几个文件"),
        ("x" * MAX_SCALAR, "x" * (MAX_SCALAR + 1), "一个值超过 65536 字节"),
        ("#" * MAX_BYTES, "#" * (MAX_BYTES + 1), "文件超过上限 1048576 字节；请分成几个文件"),
    ],
    ids=["depth", "nodes", "scalar", "bytes"],
)
def test_a_limit_holds_exactly(at_limit: str, above: str, told: str) -> None:
    parse(at_limit.encode(), "x.yaml")
    assert refused(above).endswith("：" + told)


def test_an_empty_file_is_nothing() -> None:
    assert parse(b"", "x.yaml").value is None
