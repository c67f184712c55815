"""The program ``self-assessment``: the offline form of the yearly report, and its intake.

An award organisation evaluates itself against GB/T 19580 and hands the 《自评报告》 to the award
office by 30 June each year (article 33). This package will hold the criteria, the form and the
intake; it may use ``generator``'s problems, reading, records, register, regulation and documents,
and ``generator`` never imports it. Nothing of it is built yet.
"""
