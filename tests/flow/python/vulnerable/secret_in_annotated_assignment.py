from typing import Final

WEBHOOK_SECRET: Final[str] = "wh-29dk39dk20d9"  # expect: hardcoded-secret
