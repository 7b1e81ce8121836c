"""Keeping the ledgers' own files: the canonical form (`fmt`), months and years closed and locked (`close`), a look at one entry (`doctor`)."""

from mingbai.keeping.close import Closed, Given, close
from mingbai.keeping.doctor import Examined, Tie, examine
from mingbai.keeping.tidy import Tidied, tidy
from mingbai.keeping.year import ClosedYear, close_year

__all__ = ["Closed", "ClosedYear", "Examined", "Given", "Tidied", "Tie", "close", "close_year", "examine", "tidy"]
