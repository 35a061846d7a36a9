"""Times in a text: rules of print make drafts, the words around give a direction, and tellings get theirs attached."""

from onrecord.reading.times.attachment import attach
from onrecord.reading.times.recognition import find_times

__all__ = ["attach", "find_times"]
