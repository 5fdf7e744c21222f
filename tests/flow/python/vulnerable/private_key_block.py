PRIVATE_KEY = (
    "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAx8tF2kqzv0w1hXnq3m5uYp7VhTgB0sQfJ9zLk2dR4cW6eN8a\n-----END RSA PRIVATE KEY-----"  # expect: hardcoded-secret
)
