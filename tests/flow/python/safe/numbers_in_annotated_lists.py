import json
from typing import Iterable, List, Optional, Sequence


def nearest(cursor, embedding: List[float], k: int):
    cursor.execute(f"SELECT text FROM e WHERE vss_search(v, vss_search_params('{json.dumps(embedding)}', {k}))")
    return cursor.fetchall()


def by_ids(cursor, ids: list[int], more: Optional[Sequence[int]], last: Iterable[int]):
    joined = ",".join(str(each) for each in ids)
    cursor.execute(f"SELECT name FROM items WHERE id IN ({joined})")
    cursor.execute(f"SELECT name FROM items WHERE id IN ({','.join(map(str, more))})")
    for each in last:
        cursor.execute(f"DELETE FROM items WHERE id = '{each}'")
