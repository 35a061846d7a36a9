"""The stories that `onrecord demo` compiles: package data in `stories/`, all invented.

Port Varnell, its two outlets (the Port Varnell Courier and the Harbor Signal) and everybody in them do not exist. Eight files
hold nine texts from March 2023 to March 2025: plain text with a ` date ` prefix, plain text with `Title:`, `Date:` and `By`
lines, HTML, Markdown with front matter, an undated press release, and a JSONL file of two. Some of their quotation marks are
broken on purpose; `tests/demo_truth.py` says who speaks each quotation.
"""
