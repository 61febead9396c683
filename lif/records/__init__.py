"""What is kept: one model per kind of record. Pure data, with no files, no clock and no git."""

import os

# No package that happens to be installed takes part in reading records; and to look for one takes long.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
