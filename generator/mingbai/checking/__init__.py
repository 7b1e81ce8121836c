"""Runs the rules over the books: references, the kinds' own checks, personal data; every finding at once."""

from mingbai.checking.content import CODES as CONTENT_CODES
from mingbai.checking.content import handwritten, text_of
from mingbai.checking.leftovers import CODES as LEFTOVER_CODES
from mingbai.checking.leftovers import leftovers
from mingbai.checking.moorings import CODES as MOORING_CODES
from mingbai.checking.moorings import elsewhere, unread
from mingbai.checking.personal import CODES as PRIVACY_CODES
from mingbai.checking.personal import decoded, scan
from mingbai.checking.references import CODES as REFERENCE_CODES
from mingbai.checking.references import broken_references, twice_borne
from mingbai.checking.run import CODES as RUN_CODES
from mingbai.checking.run import CRASHED, run
from mingbai.checking.tracked import CODES as TRACKED_CODES
from mingbai.checking.tracked import tracked

CODES = (*REFERENCE_CODES, *PRIVACY_CODES, *CONTENT_CODES, *LEFTOVER_CODES, *RUN_CODES, *TRACKED_CODES, *MOORING_CODES)

__all__ = [
    "CODES",
    "CRASHED",
    "broken_references",
    "decoded",
    "elsewhere",
    "handwritten",
    "leftovers",
    "run",
    "scan",
    "text_of",
    "tracked",
    "twice_borne",
    "unread",
]
