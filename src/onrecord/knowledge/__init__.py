"""Floor 1: what the program knows, as data files that explain themselves, and their loaders."""
