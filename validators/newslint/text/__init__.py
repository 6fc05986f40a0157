"""Text with offsets: segmentation and the one multi-pattern scan."""
