"""The gate: does a run hold its floors, and where is it told when not?

It fails closed: what was not measured, not run or not known has not held.

    check(run, floors) -> breaches -> junit | annotations | markdown
    update(run, floors, golds) -> floors
"""
