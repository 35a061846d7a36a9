"""The record ↔ one SQLite file: its schema and migrations, the writer, the view, the checks."""
