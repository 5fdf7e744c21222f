"""Runs a program's `run` on a fresh database and prints its rows as JSON."""

import json
import runpy
import sqlite3
import sys


def main() -> None:
    program, arguments = sys.argv[1], json.loads(sys.argv[2])
    conn = sqlite3.connect(":memory:")
    conn.executescript(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, age INTEGER, password TEXT);
        INSERT INTO users (name, age, password) VALUES ('alice', 30, 'a1'), ('bob', 25, 'b2'), ('o''hara', 50, 'c3');
        """
    )
    run = runpy.run_path(program)["run"]
    try:
        rows = [list(row) for row in run(conn, *arguments)]
    except sqlite3.Error as error:
        rows = f"{type(error).__name__}"
    print(json.dumps(rows))


main()
