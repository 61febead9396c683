"""A children's safeguarding board's reviews, audits, plans and reports, kept as plain files in git."""

__version__ = "0.1.0"
