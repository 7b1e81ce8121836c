"""What the reader says about the ledgers folder: YML040 to YML046."""

from __future__ import annotations

from mingbai.diagnostics import Code, Severity
from mingbai.values.text import Text

E = Severity.ERROR

SYMLINK = Code(
    "YML040",
    E,
    Text("符号链接", "Symbolic link"),
    Text("“{name}”是符号链接，指向别处。", "“{name}” is a symbolic link to somewhere else."),
    Text("请把真正的文件放进台账文件夹，删掉链接。", "Put the file itself into the folder and delete the link."),
    Text(
        "台账里只放真实的文件：链接会把别处的内容带进公开的网站。",
        "Ledgers are real files: a link can carry foreign content into the published site.",
    ),
)
NAME = Code(
    "YML041",
    E,
    Text("文件名不合规", "File name not allowed"),
    Text("名称“{name}”{why}。", "The name “{name}” {why}."),
    Text(
        "请改成小写英文字母、数字、“-”、“_”、“.”，以字母或数字开头，例如 2026-03.yml。",
        "Use lower-case letters, digits, “-”, “_” and “.”, starting with a letter or digit, such as 2026-03.yml.",
    ),
    Text(
        "路径就是这条记录的编号和网址，要在每种电脑上都能用，引用时不会认错。",
        "The path is the record's id and address; it must work on every computer and never be mistaken.",
    ),
)
CLASH = Code(
    "YML042",
    E,
    Text("名称只差大小写", "Names differ only by case"),
    Text("“{name}”和“{other}”只差大小写。", "“{name}” and “{other}” differ only by case."),
    Text("请改掉其中一个的名称。", "Rename one of them."),
    Text("Windows 和苹果电脑不分大小写，两个文件会互相覆盖。", "Windows and macOS ignore case: one file would overwrite the other."),
)
EXTENSION = Code(
    "YML043",
    E,
    Text("扩展名应为 .yml", "Extension must be .yml"),
    Text("“{name}”不会被读取：台账文件的扩展名是小写的 .yml。", "“{name}” is not read: ledgers end in lower-case .yml."),
    Text("请改名为“{better}”。", "Rename it to “{better}”."),
    Text("只认一种扩展名，就不会有两个文件冒充同一条记录。", "With one extension no two files can claim to be the same record."),
)
UNREADABLE = Code(
    "YML044",
    E,
    Text("读不了", "Cannot be read"),
    Text("“{name}”读不了（{why}）。", "“{name}” cannot be read ({why})."),
    Text("请检查文件是否存在、权限是否正确。", "Check that it exists and that you may read it."),
    Text("台账文件夹里的每个文件都要读得到，少一个账就不全。", "Every file of the folder is read; without one the books are incomplete."),
)
STRAY = Code(
    "YML045",
    Severity.WARNING,
    Text("不属于台账的文件", "Stray file"),
    Text("“{name}”不是 .yml 文件，不会被读取，也不会公开。", "“{name}” is no .yml file; it is neither read nor published."),
    Text("请把它移到别处；附件、照片、表格不放在台账文件夹里。", "Move it elsewhere; attachments, photos and sheets do not belong here."),
    Text(
        "台账文件夹只放台账，多余的文件可能是漏记的账或不该入库的资料。",
        "The folder holds ledgers only; a stray file may be an unrecorded one, or private.",
    ),
)
SPECIAL_FILE = Code(
    "YML046",
    E,
    Text("不是普通文件", "Not a regular file"),
    Text("“{name}”是设备、管道之类的特殊文件。", "“{name}” is a device, a pipe or the like."),
    Text("请删掉它。", "Delete it."),
    Text("台账里只放普通文件；读取特殊文件会让程序停住。", "Ledgers are regular files; reading a special one can block for ever."),
)
CODES = (SYMLINK, NAME, CLASH, EXTENSION, UNREADABLE, STRAY, SPECIAL_FILE)
