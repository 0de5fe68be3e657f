"""The local offers: headings that the law sets, versions that everybody reads, and what one family is entitled to."""
