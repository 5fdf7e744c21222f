import boto3

client = boto3.client(
    "s3",
    aws_access_key_id=get_id(),
    aws_secret_access_key="wJa7rXUtnFEMIK7MDENGbPxRfiCYzq8TLp2ZkeyA",  # expect: hardcoded-secret
)
