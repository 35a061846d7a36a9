"""The neural reader: words as pieces, windows, labels and links; what training and reading share, so that both see the same."""
