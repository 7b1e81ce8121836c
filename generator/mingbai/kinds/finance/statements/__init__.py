"""What comes out: statements of months and of any stretch of days, reports, plans, corrections, the proof of a month."""
