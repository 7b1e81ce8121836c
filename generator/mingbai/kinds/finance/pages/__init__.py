"""Finance on the site and as tables."""
