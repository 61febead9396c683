"""What people see: contexts, templates, charts, and the documents made of them."""
