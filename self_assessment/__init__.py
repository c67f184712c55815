"""The program ``self-assessment``: the offline form of the yearly report, and what checks it.

An award organisation evaluates itself against GB/T 19580 and hands the 《自评报告》 to the award
office by 30 June each year (article 33).

1. ``criteria``: what is answered and scored; ``example``: a filled example.
2. ``filing``: one yearly report as data; ``scoring``: its points.
3. ``form``: the form in TypeScript; ``building``: all of it made into one HTML file.
4. ``cli``: the commands.

It may use ``generator``'s problems, terminal, reading, records, register and regulation;
``generator`` never imports it.
"""
