"""On which terms others may use the data of the site, as community.yml says it."""

from __future__ import annotations

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.licences import Licence, licence
from mingbai.values.text import Text
from mingbai.values.words import Name, Web

_PUBLIC = Privacy.PUBLIC


class Reuse(Record):
    """The licence of the data: its name, where its text stands, what the community adds in plain words."""

    name: Name = label("名称", "Name", _PUBLIC, help=Text("许可的名称，例如 CC BY 4.0", "What the licence is called, e.g. CC BY 4.0"))
    web: Web | None = label(
        "网址",
        "Address",
        _PUBLIC,
        default=None,
        help=Text("许可全文的网址；CC、ODbL 这些通用的不用写", "Where its text stands; not needed for common ones such as CC and ODbL"),
    )
    words: Name | None = label(
        "说明",
        "In plain words",
        _PUBLIC,
        default=None,
        help=Text("一句话告诉居民，例如 注明来源就可以复制、改编", "One sentence for residents, e.g. what to name when copying"),
    )

    @property
    def terms(self) -> Licence:
        """The licence as pages and programs are told of it."""
        return licence(self.name, self.web or "", self.words or "")
