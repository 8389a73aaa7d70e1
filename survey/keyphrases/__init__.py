"""What sets a group of papers apart, in words: keywords and candidate names, cased as authors write them."""

from survey.keyphrases.describing import Description, Wording, describe, wording_of

__all__ = ["Description", "Wording", "describe", "wording_of"]
