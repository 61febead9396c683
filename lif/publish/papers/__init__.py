"""Every other paper that is built, one a module."""
