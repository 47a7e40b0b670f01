"""The permanent codes: their alphabet, the register of all ever issued, and issuing new ones."""
