"""kg builds knowledge graphs from Arabic news, every assertion with the exact words that say it."""

__version__ = "0.1.0"
