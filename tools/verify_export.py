#!/usr/bin/env python3
"""Check an `onrecord/1` export without onrecord: every quoted span, every id, every reference.

    python tools/verify_export.py record.jsonl        (or `-` for standard input)

Needs Python 3.9 or newer and nothing else. It was written from docs/format.md and shares no code with the program, so
that an export can be trusted by somebody who does not trust the program. Without the documents' texts (an export made
with --no-text) the words cannot be compared; the rest is.

Prints one line for each thing that is wrong, `LINE: what`, and a summary. Exit code 0 when all holds, 1 when something
does not, 2 when the file cannot be read.
"""

import json
import sys
from collections import Counter
from hashlib import blake2b, sha256
from pathlib import Path

KINDS = [
    "record",
    "document",
    "appearance",
    "pack",
    "entity",
    "mention",
    "statement",
    "time",
    "tenure",
    "known_person",
    "known_office",
    "utterance",
    "conflict",
    "link",
    "decision",
    "fault",
]
BETWEEN_PIECES = " … "


def content_id(*parts):
    """BLAKE2b-128 of the parts, each prefixed with its length in UTF-8 bytes as 8 bytes, big-endian."""
    digest = blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode("utf-8")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()


def item_id(kind, document, spans):
    """The id of something read in a document at these spans."""
    return content_id(kind, document, *(f"{start}-{end}" for start, end in spans))


class Check:
    """The export's items by id, and what was found wrong with them."""

    def __init__(self, items):
        self.items = items
        self.wrong = []
        self.by_id = {kind: {} for kind in KINDS}
        for number, item in items:
            if "id" in item:
                self.by_id[item["kind"]].setdefault(item["id"], (number, item))
        self.packs = {item["name"]: item for _, item in items if item["kind"] == "pack"}
        self.texts = {i: item["text"] for i, (_, item) in self.by_id["document"].items() if "text" in item}
        self.chains = {chain: entity["id"] for _, entity in self.by_id["entity"].values() for chain in entity["chains"]}
        self.first = {}
        mentions = [item for _, item in items if item["kind"] == "mention"]
        for item in sorted(mentions, key=lambda item: (item["form"] != "name", item["start"], item["end"])):
            self.first.setdefault(item["chain"], item)
        self.number = 0

    def _expect(self, holds, message):
        if not holds:
            self.wrong.append((self.number, message))

    def _refers(self, kind, target, what):
        self._expect(target is None or target in self.by_id[kind], f"{what}: no {kind} {target} in this export")

    def _words(self, document, spans, words, what):
        """The words at the spans are those that the item quotes."""
        for start, end in spans:
            self._expect(0 <= start < end, f"{what}: [{start}, {end}) is no span")
        self._expect(list(spans) == sorted(spans), f"{what}: spans out of order")
        text = self.texts.get(document)
        if text is None:
            return
        self._expect(all(end <= len(text) for _, end in spans), f"{what}: a span ends after the text")
        found = BETWEEN_PIECES.join(text[start:end] for start, end in spans)
        self._expect(found == words, f"{what}: the text has {found!r}, the item {words!r}")

    def _date(self, date, what):
        low, high = date["earliest"], date["latest"]
        self._expect(low is None or high is None or low <= high, f"{what}: {low} is after {high}")
        self._expect(date["basis"] != "unknown" or (low is None and high is None), f"{what}: unknown, yet it has bounds")
        for evidence in date["evidence"]:
            if "spans" in evidence:
                self._refers("document", evidence["document"], what)
                self._words(evidence["document"], evidence["spans"], evidence["words"], f"evidence of {what}")

    def run(self):
        """What is wrong, as (line number, message), in order of line."""
        self._check_order()
        checks = {kind: getattr(self, f"_check_{kind}") for kind in KINDS}
        for number, item in self.items:
            self.number = number
            checks[item["kind"]](item)
        return sorted(self.wrong)

    def _check_order(self):
        """The record first, then the kinds in their order; within a kind by id, mentions by document and place, faults by place."""
        keys = []
        for number, item in self.items:
            self.number = number
            rank = KINDS.index(item["kind"])
            if item["kind"] == "mention":
                within = (item["document"], item["start"], item["end"], item["chain"])
            elif item["kind"] == "fault":
                within = (item["place"], item["message"])
            elif item["kind"] == "pack":
                within = (item["name"],)
            else:
                within = (item.get("id", ""),)
            self._expect(not keys or keys[-1][0] < rank or keys[-1] < (rank, *within), "out of order, or twice")
            keys.append((rank, *within))

    def _check_record(self, record):
        self._expect(record["format"] == "onrecord/1", f"format {record['format']!r} is not onrecord/1")
        found = Counter(item["kind"] for _, item in self.items)
        for kind, count in record["counts"].items():
            self._expect(found[kind] == count, f"counts: {count} of {kind} announced, {found[kind]} here")
        named = " ".join(f"{name}@{pack['sha256']}" for name, pack in sorted(self.packs.items()))
        self._expect(record["versions"].get("packs", "") == named, "versions: its packs are not those of this export")

    def _check_document(self, document):
        self._date(document["published"], "published")
        self._refers("document", document["near_duplicate_of"], "near_duplicate_of")
        text = document.get("text")
        if text is not None:
            self._expect(len(text) == document["chars"], f"chars: {document['chars']} announced, {len(text)} here")
            self._expect(sha256(text.encode("utf-8")).hexdigest() == document["sha256"], "sha256 is not the text's")
            self._expect(content_id("document", text) == document["id"], "id is not the text's")

    def _check_appearance(self, appearance):
        self._refers("document", appearance["document"], "document")
        self._date(appearance["published"], "published")
        self._expect(
            content_id("appearance", appearance["document"], appearance["name"]) == appearance["id"],
            "id is not that of document and name",
        )

    def _check_entity(self, entity):
        self._expect(entity["chains"] == sorted(entity["chains"]), "chains out of order")
        self._expect(entity["id"] == min(entity["chains"]), "id is not the least of the chains")
        for chain in entity["chains"]:
            self._expect(self.chains[chain] == entity["id"], f"chain {chain} is in two entities")
            first = self.first.get(chain)
            self._expect(first is not None, f"chain {chain} has no mention by name")
            if first is not None:
                named = item_id(f"chain:{entity['type']}", first["document"], [(first["start"], first["end"])])
                self._expect(named == chain, f"chain {chain}: id is not that of its first mention by name")

    def _check_mention(self, mention):
        self._refers("document", mention["document"], "document")
        self._refers("entity", mention["entity"], "entity")
        self._expect(self.chains.get(mention["chain"]) == mention["entity"], "chain is not one of its entity's")
        self._words(mention["document"], [[mention["start"], mention["end"]]], mention["words"], "words")

    def _check_statement(self, statement):
        document = statement["document"]
        self._expect(item_id("statement", document, statement["content"]) == statement["id"], "id is not that of its content")
        self._refers("document", document, "document")
        self._words(document, statement["content"], statement["words"], "content")
        length = len(self.texts[document]) if document in self.texts else None
        for field in ("source", "cue"):
            for start, end in statement[field]:
                self._expect(0 <= start < end and (length is None or end <= length), f"{field}: [{start}, {end}) is no span")
        for field in ("speaker", "via", "addressee"):
            self._refers("entity", statement[field], field)
        for field in ("about", "candidates"):
            for entity in statement[field]:
                self._refers("entity", entity, field)
        self._expect((statement["speaker"] is not None) == (statement["speaker_basis"] == "resolved"), "speaker and basis disagree")
        self._refers("statement", statement["within"], "within")
        self._refers("utterance", statement["utterance"], "utterance")
        self._date(statement["said"], "said")

    def _check_time(self, time):
        self._refers("document", time["document"], "document")
        self._words(time["document"], [[time["start"], time["end"]]], time["words"], "words")
        self._expect(
            time["earliest"] is None or time["latest"] is None or time["earliest"] <= time["latest"], "ends before it begins"
        )

    def _check_tenure(self, tenure):
        self._refers("entity", tenure["person"], "person")
        self._refers("entity", tenure["organization"], "organization")
        self._expect(tenure["role"].strip() != "", "no role")
        self._date(tenure["from"], "from")
        self._date(tenure["to"], "to")
        began, ended = tenure["from"]["earliest"], tenure["to"]["latest"]
        self._expect(began is None or ended is None or began <= ended, "ends before it begins")
        self._expect(bool(tenure["evidence"]), "no evidence")
        for evidence in tenure["evidence"]:
            self._refers("document", evidence["document"], "evidence")
            self._words(evidence["document"], evidence["spans"], evidence["words"], "evidence")
        mentions = [item_id("office", evidence["document"], evidence["spans"]) for evidence in tenure["evidence"]]
        self._expect(tenure["id"] == min(mentions, default=""), "id is not the least of the words that tell of it")

    def _check_pack(self, pack):
        self._expect(bool(pack["licence"]) and bool(pack["attribution"]), "a pack without licence or attribution")

    def _rows(self, evidence, what):
        """The rows are of packs of this export, as it has them."""
        self._expect(bool(evidence), f"{what}: no evidence")
        for row in evidence:
            pack = self.packs.get(row["pack"])
            self._expect(pack is not None, f"{what}: no pack {row['pack']} in this export")
            if pack is not None:
                same = (row["sha256"], row["snapshot"]) == (pack["sha256"], pack["snapshot"])
                self._expect(same and row["line"] >= 2, f"{what}: a row of another {row['pack']} than this export has")

    def _check_known_person(self, known):
        self._refers("entity", known["person"], "person")
        self._rows(known["evidence"], "evidence")
        rows = [part for row in known["evidence"] for part in (row["pack"], row["id"])]
        self._expect(content_id("known_person", known["person"], *rows) == known["id"], "id is not that of person and rows")

    def _check_known_office(self, office):
        self._refers("entity", office["person"], "person")
        self._rows(office["evidence"], "evidence")
        self._expect(
            office["since"] is None or office["until"] is None or office["since"] <= office["until"], "ends before it begins"
        )
        row = office["evidence"][0]
        said = [office[field] or "" for field in ("role", "organization", "post", "place", "party", "since", "until")]
        expected = content_id("known_office", office["person"], row["pack"], row["id"], *said)
        self._expect(expected == office["id"], "id is not that of what it says")

    def _check_conflict(self, conflict):
        """What is printed of somebody, with the words, and against it what packs know of the same person, with their rows."""
        printed, *known = conflict["sides"]
        self._expect(bool(known), "a conflict with fewer than two sides")
        about = {self._person("tenure", item) for item in printed["items"]}
        about |= {self._person("known_office", item) for side in known for item in side["items"]}
        self._expect(len(about) == 1, "a conflict about more than one person, or nobody")
        for side in known:
            self._rows(side["evidence"], "a side")
        self._expect(len(printed["evidence"]) == 1, "what is printed has to be in one place")
        for words in printed["evidence"]:
            self._refers("document", words["document"], "a side")
            self._words(words["document"], words["spans"], words["words"], "a side")
            place = [f"{start}-{end}" for start, end in words["spans"]]
            expected = content_id("conflict", conflict["topic"], *sorted(about), words["document"], *place)
            self._expect(expected == conflict["id"], "id is not that of person and words")

    def _person(self, kind, item):
        """Whom a tenure or a known office of this export is about; "" where there is none of that id."""
        self._refers(kind, item, "items")
        return self.by_id[kind][item][1]["person"] if item in self.by_id[kind] else ""

    def _check_utterance(self, utterance):
        told = utterance["statements"]
        self._expect(utterance["id"] == min(told), "id is not the least of the statements")
        self._refers("entity", utterance["speaker"], "speaker")
        self._expect(utterance["earliest"] is None or utterance["earliest"] in told, "earliest is not one of its statements")
        for statement in told:
            self._refers("statement", statement, "statements")
            if statement in self.by_id["statement"]:
                named = self.by_id["statement"][statement][1]
                self._expect(named["utterance"] == utterance["id"], f"statement {statement} names another utterance")

    def _check_link(self, link):
        self._expect(link["a"] < link["b"], "a is not before b")
        self._expect(content_id("link", link["a"], link["b"]) == link["id"], "id is not that of a and b")
        known = {**self.chains, **self.by_id["statement"]}
        for end in (link["a"], link["b"]):
            self._expect(end in known, f"{end} is neither a chain nor a statement of this export")
        for decision in link["decisions"]:
            self._refers("decision", decision, "decisions")

    def _check_decision(self, decision):
        about = [f"{target['kind']} {target['id']}" for target in decision["about"]]
        said = [decision[field] for field in ("ruling", "field", "value", "by", "at", "why")]
        self._expect(content_id("decision", *about, *said) == decision["id"], "id is not that of what it says")
        for target in decision["about"]:
            if target["kind"] != "decision":
                self._words(target["document"], target["spans"], target["words"], "about")

    def _check_fault(self, fault):
        self._expect(bool(fault["place"]) and bool(fault["message"]), "a fault without place or message")


def read(stream):
    """The export's lines as (line number, item); raises ValueError with the line's number."""
    items = []
    for number, line in enumerate(stream, 1):
        try:
            item = json.loads(line)
        except ValueError as error:
            raise ValueError(f"{number}: not JSON: {error}") from None
        if not isinstance(item, dict) or item.get("kind") not in KINDS:
            raise ValueError(f"{number}: not an item of onrecord/1")
        items.append((number, item))
    if not items or items[0][1]["kind"] != "record":
        raise ValueError("1: the first line is not the record's")
    return items


def main(arguments):
    """Check the export that the arguments name; returns the exit code."""
    if len(arguments) != 1:
        print("usage: verify_export.py FILE.jsonl (or - for standard input)", file=sys.stderr)
        return 2
    try:
        if arguments[0] == "-":
            items = read(sys.stdin.buffer)
        else:
            with Path(arguments[0]).open("rb") as stream:
                items = read(stream)
        wrong = Check(items).run()
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"{arguments[0]}: cannot be read as onrecord/1: {error!r}", file=sys.stderr)
        return 2
    for number, message in wrong:
        print(f"{number}: {message}")
    kinds = Counter(item["kind"] for _, item in items)
    compared = (
        "words compared with the texts" if any("text" in item for _, item in items) else "no texts here, so no words compared"
    )
    print(f"{len(items)} lines, {kinds['document']} documents, {kinds['statement']} statements; {compared}; {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
