"""The search of the site: finished pages go in, small files come out that a browser finds any words in. Nothing here knows a ledger.

`index` makes the files, `listing` the page where one searches and the lists of links for those without a script. The browser's side is
site_templates/search/search.js.
"""

from mingbai.searching.building import Index, index
from mingbai.searching.facets import HOME
from mingbai.searching.listing import listing

__all__ = ["HOME", "Index", "index", "listing"]
