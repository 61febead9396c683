"""What a Word document is made of, written from the tree of a document."""
