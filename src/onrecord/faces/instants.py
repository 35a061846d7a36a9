"""Instants: when somebody ruled, all in one form, so that they sort as they followed each other."""

from datetime import UTC, datetime

from onrecord.faces.refusals import RefusedError

_SECONDS = len("2025-04-01T10:00:00")


def now() -> str:
    """This instant, in UTC, to the microsecond."""
    return _written(datetime.now(UTC))


def instant(given: str) -> str:
    """An ISO 8601 instant in the form of `now`; one without a zone is in UTC. Raises RefusedError for anything else."""
    try:
        read = datetime.fromisoformat(given)
    except ValueError:
        raise RefusedError(f"{given}: not an instant; write it as 2025-04-01T10:00:00Z") from None
    return _written(read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC))


def shown(at: str) -> str:
    """An instant for people: day and second, in UTC."""
    return f"{at[:_SECONDS]}Z"


def _written(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
