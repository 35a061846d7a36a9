"""Floor 1: the nouns. Frozen dataclasses, ids, spans, names and dates; the standard library only."""
