"""Prometheus metrics: numbers of events and times, nothing about persons."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

UPDATES = Counter("suara_updates", "Updates handled")
HANDLING = Histogram("suara_update_seconds", "Time from receipt to commit")
FLOOD = Counter("suara_flood", "Updates of people who send too much, by outcome", ["outcome"])
SENT = Counter("suara_messages", "Messages by outcome", ["outcome"])
FILES = Counter("suara_files", "Files that were sent along, by outcome", ["outcome"])
FILES_WAITING = Gauge("suara_files_waiting", "Files not fetched and checked yet")
WAITING = Gauge("suara_outbox_waiting", "Messages promised and not sent yet")
OLDEST = Gauge("suara_outbox_oldest_seconds", "Age of the oldest message not sent yet")
LEADING = Gauge("suara_sender", "1 while this process is the sender")
COMMITS = Gauge("suara_commits_total", "Commits of the Writer")
PIECES = Gauge("suara_commit_pieces_total", "Pieces of work in them")
