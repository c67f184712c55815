"""Charts: drawings of plain numbers, each with a sentence that says what it shows and its table.

1. ``chart.py``: a chart: sentence, drawing, table; the numbers of both are the same values.
2. ``canvas.py``: the ground of a drawing and its measures: one width, text in ink, no ``style``.
3. ``bars.py columns.py grouped.py tiles.py ladder.py``: one kind of drawing each, by svg.py.
4. ``trend.py``: a result over the years. There may be one for each of 10,000 holders, so it is
   written as text: svg.py would need five times as long.
"""

from generator.drawings.charts.bars import bars
from generator.drawings.charts.chart import Chart, Count, Row, Table
from generator.drawings.charts.columns import columns
from generator.drawings.charts.grouped import Group, grouped
from generator.drawings.charts.ladder import ladder
from generator.drawings.charts.tiles import Tile, tiles
from generator.drawings.charts.trend import Reading, trend

__all__ = [
    "Chart",
    "Count",
    "Group",
    "Reading",
    "Row",
    "Table",
    "Tile",
    "bars",
    "columns",
    "grouped",
    "ladder",
    "tiles",
    "trend",
]
