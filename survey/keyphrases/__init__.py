"""What sets a group of papers apart, in words: keywords and candidate names, cased as authors write them."""

from survey.keyphrases.describing import Description, describe
from survey.keyphrases.wording import Likeness, Wording, wording_of

__all__ = ["Description", "Likeness", "Wording", "describe", "wording_of"]
