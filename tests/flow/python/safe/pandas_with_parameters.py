import pandas as pd


def frame(conn, country):
    return pd.read_sql("SELECT * FROM stats WHERE country = ?", conn, params=(country,))
