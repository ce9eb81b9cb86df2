"""Tasks given (nhiệm vụ được giao): who is obliged to do what, with whom and by when."""
