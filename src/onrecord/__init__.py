"""onrecord compiles the public record of the people in news stories and press releases."""

__version__ = "0.1.0"
