"""How actions are written: pure functions over a text. What they look for stands as data beside them."""
