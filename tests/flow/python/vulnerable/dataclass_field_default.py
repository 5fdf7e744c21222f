from dataclasses import dataclass


@dataclass
class Credentials:
    user: str = "svc"
    password: str = "n0t-S0-s3cret"  # expect: hardcoded-secret
