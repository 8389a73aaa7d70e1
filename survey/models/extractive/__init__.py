"""The extractive model: no model, no network, no key."""
