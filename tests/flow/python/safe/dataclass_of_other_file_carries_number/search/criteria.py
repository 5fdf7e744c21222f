from dataclasses import dataclass


@dataclass
class Criteria:
    term: str
    limit: int = 20
