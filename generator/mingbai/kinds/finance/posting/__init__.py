"""What lines do: entries in fen, every book over time, lines as they stand, double entry, closed months."""
