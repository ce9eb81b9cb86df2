"""What a reader of the figures may compare ours with: plain ways of doing the same work, in the same run."""
