"""A corpus at a glance: what was read, its telling terms, one article and its nearest ones."""

from broadsheet.report.html import to_html
from broadsheet.report.report import Copy, Near, Report, TellingTerm, make_report
from broadsheet.report.text import to_text

__all__ = ["Copy", "Near", "Report", "TellingTerm", "make_report", "to_html", "to_text"]
