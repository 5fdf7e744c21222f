import os

signing_key = os.environ.get("SIGNING_KEY") or "5up3r-s1gn1ng-k3y"  # expect: hardcoded-secret
