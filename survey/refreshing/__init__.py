"""What new dumps change in a finished survey: the parts that :mod:`survey.refresh` composes."""
