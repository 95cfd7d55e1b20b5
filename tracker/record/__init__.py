"""The packaged record: cited facts of others, in memtrack's own schema and words, and how they were brought into it.

`packaged` reads the shipped tables into documents; everything else here belongs to `rebuild`, which makes the tables.
"""
