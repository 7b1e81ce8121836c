"""The only MkDocs: finished pages go in, a folder of static files comes out.

`build` runs MkDocs in process over a `Site`; `mingbai.site.plugin.SitePlugin` is the base of the plugin that makes
plain `mkdocs build` and `mkdocs serve` work. Nothing here knows a ledger, a rule or the pipeline. Importing this
package does not import MkDocs.
"""

from mingbai.site.engine import build
from mingbai.site.model import Facts, Language, Site, SiteError

__all__ = ["Facts", "Language", "Site", "SiteError", "build"]
