import json
from typing import Dict, List


def by_names(cursor, names: List[str], counts: Dict[str, int]):
    cursor.execute(f"SELECT id FROM items WHERE tags = '{json.dumps(names)}'")  # expect: sql-injection
    cursor.execute(f"SELECT id FROM items WHERE counts = '{json.dumps(counts)}'")  # expect: sql-injection
    for name in names:
        cursor.execute(f"DELETE FROM items WHERE name = '{name}'")  # expect: sql-injection
