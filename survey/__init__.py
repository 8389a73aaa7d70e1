"""Turns piles of paper abstracts into literature surveys in which every statement leads back to its paper."""
