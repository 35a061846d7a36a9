"""The syntax head: tags, arcs by a biaffine product (Dozat and Manning 2017), relations from the sum of two words' vectors."""

import torch
from torch import Tensor, nn

from onrecord.reading.neural.tags import RELATIONS, TAGS
from onrecord.reading.neural.trees import ARC_WIDTH, RELATION_WIDTH, ROOT, TreeWeights
from training.lessons import OUTSIDE

DROPPED = 0.33
"""The share of a word's vectors for arcs and relations that is dropped out in training, as in Dozat and Manning."""


class SyntaxHead(nn.Module):
    """Vectors of words [.., width] → scores of tags, and vectors for arcs and relations as `trees` takes them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tags = nn.Linear(width, len(TAGS))
        self.dependent = nn.Linear(width, ARC_WIDTH)
        self.turned = nn.Linear(ARC_WIDTH, ARC_WIDTH)
        self.head = nn.Linear(width, ARC_WIDTH)
        self.often = nn.Linear(ARC_WIDTH, 1)
        self.related = nn.Linear(width, 2 * RELATION_WIDTH)
        self.root = nn.Parameter(torch.zeros(ARC_WIDTH + 1))
        self.relation_root = nn.Parameter(torch.zeros(RELATION_WIDTH))
        self.relations = nn.Linear(RELATION_WIDTH, len(RELATIONS))
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        dependent = self.turned(self.dropout(nn.functional.gelu(self.dependent(hidden))))
        head = self.dropout(nn.functional.gelu(self.head(hidden)))
        return self.tags(hidden), torch.cat([dependent, head, self.often(head)], dim=-1), self.related(hidden)

    def losses(
        self, vectors: tuple[Tensor, Tensor, Tensor], gold: tuple[Tensor, Tensor, Tensor], sentences: Tensor
    ) -> tuple[Tensor, ...]:
        """The cost of tags, arcs and relations, a word on average.

        `gold` are tags, heads (ROOT, or OUTSIDE where it is not known) and relations, each [windows, words]; `sentences` are the
        numbers of the words' sentences from 1, 0 where there is no word.
        """
        tags, heads, relations = gold
        real = sentences > 0
        known = real & (heads != OUTSIDE)
        costs = nn.functional.cross_entropy(vectors[0][real], tags[real])
        scores = self._arcs(vectors[1], sentences)
        columns = torch.where(heads == ROOT, heads.shape[1], heads)
        of_arcs = nn.functional.cross_entropy(scores[known], columns[known])
        of_relations = nn.functional.cross_entropy(self._related(vectors[2], heads)[known], relations[known])
        return costs, of_arcs, of_relations

    def _arcs(self, arcs: Tensor, sentences: Tensor) -> Tensor:
        """[windows, words, words + 1], the last for the root; only words of one sentence may hang on each other."""
        dependent, head, often = arcs.split([ARC_WIDTH, ARC_WIDTH, 1], dim=-1)
        among = dependent @ head.transpose(1, 2) + often.transpose(1, 2)
        apart = (sentences[:, :, None] != sentences[:, None, :]) | torch.eye(arcs.shape[1], dtype=torch.bool, device=arcs.device)
        root = dependent @ self.root[:-1, None] + self.root[-1]
        return torch.cat([among.masked_fill(apart, -1e4), root], dim=-1)

    def _related(self, related: Tensor, heads: Tensor) -> Tensor:
        """[windows, words, relations] of each word to its head."""
        dependent, head = related.split(RELATION_WIDTH, dim=-1)
        rows = torch.arange(len(heads), device=heads.device)[:, None]
        of_heads = torch.where((heads >= 0)[..., None], head[rows, heads.clamp(min=0)], self.relation_root.to(head.dtype))
        return self.relations(self.dropout(nn.functional.relu(dependent + of_heads)))

    def weights(self) -> TreeWeights:
        """What decoding needs beside the vectors."""
        relations = torch.cat([self.relations.weight, self.relations.bias[:, None]], dim=1)
        return TreeWeights(*(each.detach().float().cpu().numpy() for each in (self.root, relations, self.relation_root)))
