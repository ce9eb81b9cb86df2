"""The citation graph (đồ thị viện dẫn): known documents, what is said of them, and how they bear on each other."""
