"""All year: the rules of the returns over the live record, and what they find beside the thing to mend.

After an action the people concerned are checked again, at night everybody, by the worker's login (`refresh`). A finding
clears when it is found no more; a reason given for it (`explaining`) is kept, and goes along with the return.
"""
