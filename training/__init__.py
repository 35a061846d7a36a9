"""Training of the neural reader: prepare, train, evaluate, export. The program never imports it."""
