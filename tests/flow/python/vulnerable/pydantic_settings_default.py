from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    app_name: str = "shop"
    secret_key: str = "b7d2f1a9c3e84d60"  # expect: hardcoded-secret
    stripe_api_key: str = "rk-9281kdjf82hd"  # expect: hardcoded-secret
