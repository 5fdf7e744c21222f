config = yaml.load(data)  # expect: insecure-deserialization
