"""Presidents and vice presidents of the United States: the data stands in pack.jsonl.gz beside this page."""
