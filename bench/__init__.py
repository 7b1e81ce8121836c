"""How fast Mingbai is beside others on the same work: `python -m bench` (or `make bench`) prints one line a figure.

    NAME RATIO (ours SECONDS, peer SECONDS, peer version)

RATIO is the peer's time divided by ours: above 1 we are the faster. Every figure is measured in the same run, each side as
often as the other and by turns, the best time of each counts. `generate` draws the transactions, `ledgers`, `journals` and
`material` write them for each side, `measure` runs and times, `figures` says what each name means.
"""
