"""Telling somebody of advice that is not the council's. That they were told is kept; whether they went is nowhere."""
