"""Names of organs and regions."""

from __future__ import annotations

from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.fold import fold_text
from lawcheck.text.pattern import pattern

MAX_NAME = 60  # folded characters: joint names of a party committee and a government fit in
_NO_NAME = pattern(r"[。；！？，：、\d《》“”%的了被是]|[^\S\n]")
_REGION = pattern(r"[\u4e00-\u9fff]{1,20}(?:[省市县区州盟旗镇乡]|街道|片区|园区|开发区|新区|林区|社区|地区|农场|苏木)$")
_OFFICE = pattern("(?:综合|党政|党政综合)?(?:办公室|办公厅)$")
_GOVERNMENT = "人民政府|政府|管理委员会|管委会"
# 云溪县委县政府, 青岚区党工委管委会: a party committee and a government named in one breath.
_JOINT = pattern(
    r"(?P<region>[\u4e00-\u9fff]{2,20}?)(?:党工委|工委|党委|[省市县区州盟旗镇乡]委|委员会)?、?"
    rf"(?P<government>[省市县区州盟旗镇乡]?(?:{_GOVERNMENT}))$"
)
_GOVERNS = pattern(rf"(?:{_GOVERNMENT}|管理局|街道办事处|办事处)$")


def is_organ(name: str, vocabulary: Vocabulary) -> bool:
    """Say whether a folded string reads as the name of an organ (or of two, one after the other)."""
    if not 2 < len(name) <= MAX_NAME or _NO_NAME.search(name):
        return False
    return any(b == len(name) and a > 0 for a, b in vocabulary.matcher(vocabulary.organs).finditer(name))


def is_region(name: str) -> bool:
    """Say whether a folded string reads as the name of a region or area: 云溪县, 青石镇, 东湖片区."""
    return _REGION.match(name) is not None


def is_same_organ(name: str, other: str) -> bool:
    """Say whether one name is the other or its short form: 青岚区民政局, 区民政局."""
    short, long = sorted((fold_text(name), fold_text(other)), key=len)
    return len(short) >= 3 and long.endswith(short)


def without_office(publisher: str) -> str:
    """Return the government behind a publishing office: 云溪县人民政府办公室 is 云溪县人民政府.

    An office of anything but a government stays as it is. Of a party committee and a government in one, the
    government remains: it is the one that answers for 法治政府建设.
    """
    office = _OFFICE.search(publisher)
    joint = _JOINT.match(publisher, 0, office.start()) if office else None
    return joint["region"] + joint["government"] if joint else publisher


def governs(organ: str, region: str) -> bool:
    """Say whether `organ` is the region's own government or administration, not one of its departments."""
    _, found, rest = organ.rpartition(region)
    if not found:
        # 云溪县政府 and the region 云溪县 share their last character.
        return False
    return _GOVERNS.match(rest) is not None
