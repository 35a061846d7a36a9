"""Who is speaking: the chain that an attribution's source means, or why none can be named."""

from onrecord.reading.attributions import Attribution
from onrecord.reading.chains import Chains
from onrecord.reading.sources import Resolved, resolve_source

NOBODY = Resolved(None, "none", (), "", "")
UNKNOWN = Resolved(None, "unresolved", (), "", "")


def speaker_of(chains: Chains, attribution: Attribution) -> Resolved:
    """The speaker of an attribution; a quotation that stands alone has one that the text does not name."""
    if attribution.source:
        return resolve_source(chains, attribution.source[0])
    return UNKNOWN if attribution.pattern == "alone" else NOBODY
