"""From the words of a match to a draft: one builder for each `make` of the rules.

A builder gets the match's groups by name, as they are printed, and gives a draft, or None where they make no time after all
(`February 30`).
"""

from onrecord.reading.times import dates, lengths, offsets
from onrecord.reading.times.groups import Builder

BUILDERS: dict[str, Builder] = {**dates.BUILDERS, **lengths.BUILDERS, **offsets.BUILDERS}
"""A rule's `make` → its builder; `nothing` has none."""
