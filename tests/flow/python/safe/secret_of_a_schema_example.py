from pydantic import BaseModel, Field


class Webhook(BaseModel):
    url: str
    secret: str = Field(default="", example="whsec_q8ZkT1vYw3JmR5uNc7LhXe2Ps9FbGd4K")
