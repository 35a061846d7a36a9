"""The tokenizer of the encoder, asked for the pieces of words that are cut already."""

from collections.abc import Sequence

from tokenizers import Tokenizer

from onrecord.reading.neural.pieces import CutWords


def cut_by(tokenizer: Tokenizer) -> CutWords:
    """The pieces of words by this tokenizer; a word that it makes nothing of has none."""

    def cut(words: Sequence[str]) -> list[list[int]]:
        encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
        pieces: list[list[int]] = [[] for _ in words]
        for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
            if word is not None:
                pieces[word].append(piece)
        return pieces

    return cut
