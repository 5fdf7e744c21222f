from report import Report

DAILY = Report("daily_totals", "Each day")
