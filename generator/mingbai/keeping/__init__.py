"""Keeping the ledgers' own files: the canonical form (`fmt`), and the month that is closed and locked (`close`)."""

from mingbai.keeping.close import Closed, Given, close
from mingbai.keeping.tidy import Tidied, tidy

__all__ = ["Closed", "Given", "Tidied", "close", "tidy"]
