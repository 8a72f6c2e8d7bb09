"""Which headings does the documentation of a rule have?"""

SECTIONS = (
    "What it finds",
    "Why it matters",
    "Bad",
    "Good",
    "When it is fine",
    "What it cannot see",
    "References",
)
"""In their order; all are required."""
