"""The web side: webhook, health, metrics."""
