from textwrap import dedent

import psycopg2


def top(conn: "psycopg2.extensions.connection", team: str):
    query = dedent(
        f"""
        SELECT player, score
        FROM scores
        WHERE team = '{team}'
        ORDER BY score DESC
        """
    )
    with conn.cursor() as cur:
        cur.execute(query)  # expect: sql-injection
        return cur.fetchall()
