"""Which files a rule folder has, and the hash over them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

MANIFEST = "ruleset.yaml"
BASIS = "basis.yaml"
VOCABULARY = "vocabulary.yaml"
INDICATORS = "indicators.yaml"
TEMPLATE = "template.yaml"
TOP_FILES = (MANIFEST, BASIS, VOCABULARY, INDICATORS, TEMPLATE)
RULE_FOLDERS = ("national", "provincial")
PROFILE_FOLDER = "profiles"
FOLDERS = (*RULE_FOLDERS, PROFILE_FOLDER)
SUFFIX = ".yaml"

Files = Mapping[str, bytes]


def rule_files(files: Files) -> list[str]:
    """Return the names of the files that hold rules, in order: `national/elements.yaml`."""
    return sorted(name for name in files if name.partition("/")[0] in RULE_FOLDERS)


def profile_files(files: Files) -> list[str]:
    """Return the names of the files that hold profiles, in order."""
    return sorted(name for name in files if name.partition("/")[0] == PROFILE_FOLDER)


def sha256(files: Files) -> str:
    """Return one hash over the names and contents of all files, whatever their order."""
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        head = name.encode("utf-8", "surrogateescape")
        digest.update(b"%d %d\n%b%b" % (len(head), len(data), head, data))
    return digest.hexdigest()
