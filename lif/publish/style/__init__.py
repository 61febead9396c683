"""How papers look: colours, logo and font, lif's own or the Board's."""
