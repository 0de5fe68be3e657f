"""The front door's own pages: what was asked, deciding, handing over, and telling whoever asked."""
