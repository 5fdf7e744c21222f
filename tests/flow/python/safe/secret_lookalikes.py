"""Values with telling names that are no secrets.

    connect("postgres://shop:qwerty123@localhost:5432/shop")
"""

import re

_TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_token, _quoted = r"([\w!#$%&'*+\-.^_`|~]+)", r'"([^"]*)"'

# DATABASE_URL=postgres://shop:qwerty123@localhost:5432/shop

RATE_LIMITS = {
    "change_password": "5/m/user",
    "reset_password": "20/h/addr",
}

LABELS = {
    "password": "Wachtwoord",
    "global.password": "Contraseña",
    "reset_password_token": "Token visszaállítása",
    "old_password": "Palavra-passe",
}


def lexed(text):
    lastSignificantToken = "?InterpolationInTemplate"
    for match in re.finditer(_TOKEN, text):
        lastSignificantToken = "?NonExpressionParenEnd" if match else lastSignificantToken
    return lastSignificantToken
