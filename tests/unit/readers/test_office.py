"""Old Word, WPS and RTF files by way of LibreOffice: by itself where it is installed, else by a stand-in."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import limits, office, read, read_each
from lawcheck.readers.office import program
from lawcheck.readers.office.profile import write_profile
from lawcheck.readers.refusal import Refusal
from tests import libreoffice
from tests.docx_builder import Paragraph, Table, build_docx, build_package
from tests.rtf_builder import build_rtf
from tests.soffice import Soffice
from tests.unit.readers.test_ole import compound

REPORT = (
    Paragraph("云溪县水务局关于2024年法治政府建设情况的报告", level=0),
    "县委、县政府：",
    Paragraph("主要举措和成效", level=1, number=0),
    Paragraph("健全制度", level=2, number=1),
    Paragraph("开展培训12场", number=2),
    Paragraph("办理案件30件", number=2),
    Paragraph("严格执法", level=2, number=1),
    Table([["指标", "2023年", "2024年"], ["案件", "28", "30"]]),
    Paragraph("存在的不足", level=1, number=0),
    "一是人手不足；二是𠮷祥社区{试点}推进慢\\进度滞后。",
)
DRAWN = Paragraph("修改处", inserted="增加", deleted="删去", hidden="隐藏")
RTF, DOC = build_rtf(["云溪县水务局"]), compound("WordDocument", b"\xec\xa5\xc1\0")
Fake = Callable[..., Soffice]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Soffice:
    """LibreOffice's stand-in, in the place that the environment names."""
    if sys.platform == "win32":
        pytest.skip("a script is no program there")
    soffice = Soffice(tmp_path, build_docx(["转换好的正文"]))
    monkeypatch.setenv("LAWCHECK_SOFFICE", str(soffice.path))
    return soffice


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice."""
    monkeypatch.delenv("LAWCHECK_SOFFICE", raising=False)
    monkeypatch.setattr(program, "_places", lambda: iter(()))


def content(document: Document) -> list[tuple[str, str | None, int | None]]:
    return [(b.span.of(document.text), b.cell, b.level) for b in document.blocks]


def outcomes(*files: bytes) -> list[str]:
    """Return the text of each file that is read, and the reason of each that is refused, read together."""
    told = []
    for draft in office.read_many(files):
        try:
            told.append(draft().text)
        except Refusal as refusal:
            told.append(str(refusal.reason))
    return told


class TestLibreOffice:
    @pytest.fixture(autouse=True)
    def _installed(self) -> None:
        libreoffice.needed()

    @pytest.mark.parametrize("as_bytes", [False, True])
    def test_an_rtf_file_reads_as_its_twin_in_word(self, as_bytes: bool) -> None:
        # GBK has no 𠮷; what it has not is written as \u by all.
        report = [p for p in REPORT if not (as_bytes and isinstance(p, str) and "𠮷" in p)]
        twin = read(build_rtf(report, as_bytes=as_bytes), name="a.rtf")
        assert (content(twin), twin.format) == (content(read(build_docx(report), name="a.docx")), "rtf")

    @pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.docx"])
    def test_an_old_word_file_reads_as_its_twin_whatever_its_suffix(self, name: str) -> None:
        data = libreoffice.build_doc(REPORT)
        twin = read(data, name=name)
        assert (content(twin), twin.format) == (content(read(build_docx(REPORT), name="a.docx")), "doc")
        assert twin.sha256 == sha256(data).hexdigest()

    @pytest.mark.parametrize("build", [libreoffice.build_doc, build_rtf])
    def test_revisions_and_hidden_text_are_told_as_of_a_word_file(self, build: Callable[..., bytes]) -> None:
        twin, original = read(build([*REPORT, DRAWN]), name="-"), read(build_docx([*REPORT, DRAWN]), name="-")
        assert (twin.text.endswith("修改处增加"), twin.unread) == (True, original.unread)
        assert len(twin.unread) == 2

    def test_its_version_is_known(self) -> None:
        version = program.version(libreoffice.needed())
        assert version is not None
        assert version.split(".")[0].isdecimal()

    def test_what_it_cannot_open_is_not_taken_for_plain_text_and_spoils_nothing(self) -> None:
        told = outcomes(build_rtf(["甲"]), compound("WordDocument", "一、主要举措".encode() * 200), build_rtf(["乙"]))
        assert (told[0], told[2]) == ("甲", "乙")
        assert "打不开这个文件" in told[1]


class TestOneCall:
    def test_files_of_one_kind_are_converted_in_one_call(self, fake: Soffice) -> None:
        assert outcomes(*[RTF] * 5) == ["转换好的正文"] * 5
        assert fake.sizes == [5]

    def test_each_kind_has_an_import_filter_named_so_that_nothing_is_taken_for_plain_text(self, fake: Soffice) -> None:
        outcomes(RTF, DOC, compound("WordDocument", b"\xec\xa5\x68\0"))
        filters = [option for call in fake.calls for option in call if option.startswith("--infilter")]
        assert filters == ["--infilter=Rich Text Format", "--infilter=MS Word 97", "--infilter=MS Word 95"]

    def test_one_that_gets_no_output_is_refused_without_another_call(self, fake: Soffice) -> None:
        told = outcomes(RTF, build_rtf(["SHUT"]), RTF)
        assert ([t[:5] for t in told], fake.sizes) == (["转换好的正", "Libre", "转换好的正"], [3])

    @pytest.mark.parametrize(("word", "reason"), [("CRASH", "出错退出"), ("HANG", "超过上限 1 秒")])
    def test_one_that_breaks_the_call_off_is_found_and_the_others_are_converted(
        self, fake: Soffice, monkeypatch: pytest.MonkeyPatch, word: str, reason: str
    ) -> None:
        monkeypatch.setattr(limits, "OFFICE_SECONDS", 1)
        monkeypatch.setattr(limits, "OFFICE_SECONDS_MORE", 0)
        told = outcomes(RTF, build_rtf([word]), RTF, RTF)
        assert [t == "转换好的正文" for t in told] == [True, False, True, True]
        assert (reason in told[1], fake.sizes) == (True, [4, 1, 2])

    def test_half_an_output_is_none(self, fake: Soffice) -> None:
        assert "打不开" in outcomes(build_rtf(["HALF"]))[0]

    def test_an_output_is_bounded(self, fake: Soffice, monkeypatch: pytest.MonkeyPatch) -> None:
        size = len(build_docx(["转换好的正文"]))
        monkeypatch.setattr(limits, "DOCX_FILE_BYTES", size)
        assert outcomes(RTF, build_rtf(["LARGE"])) == ["转换好的正文", f"转换后的文件超过上限 {size:,} 字节"]

    def test_a_damaged_result_does_not_blame_the_copy(self, fake: Soffice, tmp_path: Path) -> None:
        (tmp_path / "good.docx").write_bytes(build_package("<document>"))
        with pytest.raises(ReadError, match="转换的结果不完整。请另存为"):
            read(RTF, name="a.rtf")

    def test_nothing_is_left_behind(self, fake: Soffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        scratch = tmp_path / "scratch"
        scratch.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(scratch))
        outcomes(RTF, build_rtf(["SHUT"]), DOC)
        used = {Path(word).parents[0].parent for call in fake.calls for word in call if word.endswith((".rtf", ".doc"))}
        assert (used, list(scratch.iterdir())) == ({scratch}, [])

    def test_a_full_disk_is_told(self, fake: Soffice, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "write_bytes", full)
        assert outcomes(RTF) == ["临时文件夹写不进去"]

    def test_a_program_that_does_not_start_is_told(self, fake: Soffice) -> None:
        fake.path.write_text("#!/nowhere/interpreter\n", encoding="utf-8")
        assert outcomes(RTF, RTF) == ["LibreOffice 启动不了"] * 2

    def test_names_of_documents_are_no_part_of_the_command(self, fake: Soffice, tmp_path: Path) -> None:
        names = ["-env：x.rtf", "$(touch 坏).rtf", "a\nb.rtf", "'; rm *.rtf", "--convert-to.rtf", "\u202e.rtf"]
        for name in names:
            (tmp_path / name).write_bytes(RTF)
        readings = list(read_each([tmp_path / name for name in names]))
        assert [reading.document().text for reading in readings] == ["转换好的正文"] * len(names)
        given = [os.path.basename(word) for word in fake.calls[0][-len(names) :]]
        assert (fake.sizes, given) == ([len(names)], [f"{i}.rtf" for i in range(len(names))])


class TestRefusedBefore:
    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (compound("WordDocument", b"\xec\xa5\xc1\0" + bytes(7) + b"\1"), "设了打开密码"),
            (RTF[:-1], "不完整"),
            (RTF[:-1] + b"  \\par", "不完整"),
            (b"{\\rtf1{\\b a}", "不完整"),
            (b"{\\rtf1 \\{\\}\\}}"[:-1], "不完整"),
        ],
    )
    def test_what_is_encrypted_or_cut_off_never_reaches_it(self, fake: Soffice, data: bytes, reason: str) -> None:
        with pytest.raises(ReadError, match=reason):
            read(data, name="-")
        assert not (fake.path.parent / "calls").exists()

    @pytest.mark.parametrize(
        "data",
        [
            RTF + b"\0\r\n",
            b"{\\rtf1 \\{\\{ \\\\}",
            "{\\rtf1 一{}".encode("gbk"),
            b"{\\rtf1{\\bin2 {{}}",
            b"{\\rtf1 C:\\\\bin999}",
        ],
    )
    def test_a_whole_file_does(self, fake: Soffice, data: bytes) -> None:
        assert read(data, name="-").format == "rtf"


class TestMissing:
    @pytest.mark.parametrize(("name", "data"), [("a.wps", DOC), ("a.rtf", RTF)])
    @pytest.mark.usefixtures("nowhere")
    def test_one_line_says_what_to_install(self, name: str, data: bytes) -> None:
        with pytest.raises(ReadError) as caught:
            read(data, name=name)
        assert "需要 LibreOffice。请安装 LibreOffice（免费），或用 Word、WPS 另存为 .docx。" in str(caught.value)
        assert ("needs LibreOffice; install" in caught.value.message.en, "\n" in str(caught.value)) == (True, False)

    @pytest.mark.parametrize("place", ["没有", "."])
    def test_a_wrong_place_is_told_with_the_variable_that_names_it(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str
    ) -> None:
        monkeypatch.setenv("LAWCHECK_SOFFICE", str(tmp_path / place))
        with pytest.raises(ReadError, match="LAWCHECK_SOFFICE"):
            read(RTF, name="a.rtf")


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_it_is_found_on_the_path_but_not_in_the_current_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Soffice(tmp_path, b"")
    monkeypatch.delenv("LAWCHECK_SOFFICE", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(program, "_KNOWN_ELSEWHERE", ())
    monkeypatch.setattr(program, "_KNOWN", {})
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "relative"]))
    with pytest.raises(Refusal, match="LibreOffice"):
        program.locate("doc")
    monkeypatch.setenv("PATH", os.pathsep.join(["", str(tmp_path)]))
    assert program.locate("doc") == str(tmp_path / "soffice")


def test_a_program_of_another_kind_has_no_version() -> None:
    assert [program.version(path) for path in (sys.executable, "/nowhere/soffice")] == [None, None]


def test_the_settings_shut_off_macros_links_and_the_network(tmp_path: Path) -> None:
    arguments = write_profile(str(tmp_path / "用户 配置"))
    tree = ElementTree.parse(tmp_path / "用户 配置" / "user" / "registrymodifications.xcu")
    set_to = {prop.get("{http://openoffice.org/2001/registry}name"): prop[0].text for prop in tree.iter("prop")}
    assert arguments[0].startswith("-env:UserInstallation=file:///")
    assert [set_to[name] for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "Link")] == [
        "true",
        "true",
        "0",
    ]
    assert {set_to[f"ooInet{kind}ProxyName"] for kind in ("HTTP", "HTTPS", "FTP")} == {"127.0.0.1"}
    assert (set_to["ooInetProxyType"], set_to["ooInetNoProxy"]) == ("1", None)
