MESSAGES = {
    "password": "Enter your password",
    "wrong_password": "The password is wrong.",
    "token": "Your token has expired",
    "api_key": "API key",
}
