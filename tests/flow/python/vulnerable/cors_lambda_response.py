import json


def handler(event, context):
    return {
        "statusCode": 200,
        "headers": {"Access-Control-Allow-Origin": "*"},  # expect: permissive-headers
        "body": json.dumps({"ok": True}),
    }
