"""Pieces of words: the same whether a word was seen before or not."""

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer

from onrecord.reading.neural.tokenizing import cut_by

VOCABULARY = {"[UNK]": 0, "ferry": 1, "##man": 2, "said": 3}


def test_a_word_has_the_same_pieces_the_second_time_and_beside_others() -> None:
    cut = cut_by(Tokenizer(WordPiece(VOCABULARY, unk_token="[UNK]")))

    assert [tuple(pieces) for pieces in cut(["ferryman", "said"])] == [(1, 2), (3,)]
    assert [tuple(pieces) for pieces in cut(["said", "ferry", "ferryman", "said"])] == [(3,), (1,), (1, 2), (3,)]


def test_a_word_that_nothing_is_made_of_has_no_pieces() -> None:
    tokenizer = Tokenizer(WordPiece(VOCABULARY, unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer()

    assert [tuple(pieces) for pieces in cut_by(tokenizer)(["\u200b", "said"])] == [(), (3,)]
