"""The settings that LibreOffice runs under: no macro, no link, no network. They last for one call."""

from __future__ import annotations

import os
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_NETWORK = "/org.openoffice.Inet/Settings"
# A port that nothing listens on. LibreOffice asks for linked pictures though it is told not to load them: so all that
# it asks for is sent here, and fails at once without leaving the machine.
_NOWHERE, _PORT = "127.0.0.1", "9"
_SETTINGS = (
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    # Known to newer versions only; others pass over it.
    (_SCRIPTING, "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    (_NETWORK, "ooInetProxyType", "1"),
    (_NETWORK, "ooInetNoProxy", ""),
    *((_NETWORK, f"ooInet{kind}ProxyName", _NOWHERE) for kind in ("HTTP", "HTTPS", "FTP")),
    *((_NETWORK, f"ooInet{kind}ProxyPort", _PORT) for kind in ("HTTP", "HTTPS", "FTP")),
)
_ITEM = '<item oor:path={}><prop oor:name={} oor:op="fuse"><value>{}</value></prop></item>\n'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'


def write_profile(folder: str) -> list[str]:
    """Write a profile into `folder` and return the arguments that make LibreOffice use it."""
    os.makedirs(os.path.join(folder, "user"))
    items = "".join(_ITEM.format(quoteattr(path), quoteattr(name), escape(value)) for path, name, value in _SETTINGS)
    settings = f"{_HEAD}{items}</oor:items>\n"
    Path(folder, "user", "registrymodifications.xcu").write_text(settings, encoding="utf-8")
    return [f"-env:UserInstallation={Path(folder).as_uri()}", "--headless", "--norestore", "--nologo", "--nolockcheck"]
