"""The durable rating dialogue beside aiogram's echo, in one run: `make bench`.

Not a test: nothing here is timed under pytest. What it measures and how stands in `__main__`.
"""
