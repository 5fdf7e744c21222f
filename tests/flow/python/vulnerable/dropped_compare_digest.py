import hmac


def webhook(signature, expected, body):
    hmac.compare_digest(signature, expected)  # expect: auth-bypass
    process(body)
