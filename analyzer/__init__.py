"""What is mlvet: a static analyzer that finds the failures of machine-learning code that linters do not see."""

__version__ = "0.1.0"
