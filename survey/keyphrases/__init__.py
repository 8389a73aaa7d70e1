"""What sets a group of papers apart, in words: keywords and candidate names, cased as authors write them."""

from survey.keyphrases.describing import Description, describe

__all__ = ["Description", "describe"]
