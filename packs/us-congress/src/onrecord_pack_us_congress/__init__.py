"""Members of the United States Congress since 2011: the data stands in pack.jsonl.gz beside this page."""
