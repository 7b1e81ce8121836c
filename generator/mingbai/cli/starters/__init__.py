"""What `mingbai new` writes: a month from the books as they stand, anything else from the kind's own good example."""
