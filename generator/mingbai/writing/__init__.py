"""Writing: nodes to the one canonical YAML that `fmt` and the importers write and the fast reader reads.

What stands here reads back as the same nodes, whatever the text: `read(dump(x)) == x`.
"""

from mingbai.writing.canonical import canonical
from mingbai.writing.emitter import dump

__all__ = ["canonical", "dump"]
