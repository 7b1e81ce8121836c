"""Writing beside and swapping: the old site stays whole until the new one is, whatever happens in between."""

from mingbai.publishing.errors import ForeignError, LockedError, PublishError, UnconfirmedError
from mingbai.publishing.publish import MARKER, publish

__all__ = ["MARKER", "ForeignError", "LockedError", "PublishError", "UnconfirmedError", "publish"]
