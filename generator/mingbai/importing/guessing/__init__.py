"""A map proposed for a table nobody has described: what each column seems to be, why, and what only the secretary can say.

Pure: rows in, the text of a MAP.yml out. `vocabulary` holds the words (data, vocabulary.yml), `evidence` looks at headings and cells,
`proposal` keeps every entry with its reasons and writes the map, `guess` puts them together and tries the map on the table. What is
not certain stands in the map as `# 请确认: …`; an import without a map goes on only where nothing is asked.
"""

from mingbai.importing.guessing.guess import Guess, guess
from mingbai.importing.guessing.registers import RegisterGuess, guess_register

__all__ = ["Guess", "RegisterGuess", "guess", "guess_register"]
