"""Rules of kinship care as data: what is paid, whom a zone pays, the kinds of care, what is asked and told."""
