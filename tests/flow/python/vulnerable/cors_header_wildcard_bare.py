response.headers["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
