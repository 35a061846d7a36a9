"""Floor 4: what people and other programs see of a record: the command line and the exports."""
