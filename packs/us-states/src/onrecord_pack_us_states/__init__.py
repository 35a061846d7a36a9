"""Governors, state legislators and mayors of the United States: the data stands in pack.jsonl.gz beside this page."""
