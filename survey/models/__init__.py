"""Models: extractive (no model at all) and any OpenAI-compatible chat endpoint."""
