"""Homes: foster carers, children's homes and supported accommodation; and finding one of them for a child."""
