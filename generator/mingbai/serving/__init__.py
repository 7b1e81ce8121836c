"""`mingbai serve`: the site as it would be published, made anew whenever something is saved, with the findings in the page.

`watching` notices that a file was saved, `pace` decides when that is worth a round, `rounds` makes rounds one after another with `making`, `shelf`
keeps each finished site in a folder of its own and switches from one to the next in one step, `board` holds what is to be said of the last round,
`panel` says it in HTML, `answers` answers a request (no sockets there), `web` is the only listener. Nothing is written where the community lies.
"""

from mingbai.serving.board import Board
from mingbai.serving.making import Outcome, make
from mingbai.serving.rounds import Round, Rounds
from mingbai.serving.shelf import Shelf

__all__ = ["Board", "Outcome", "Round", "Rounds", "Shelf", "make"]
