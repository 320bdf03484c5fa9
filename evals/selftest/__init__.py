"""Plant errors in summaries known to be good, and count how many are noticed.

The other half is as telling: rewrites that keep the meaning, and how many of those raise an alarm.
"""
