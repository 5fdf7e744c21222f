from cryptography.fernet import Fernet

cipher = Fernet(b"0l3Z8cJ9vKqT2uW5xY7zA1bC4dE6fG8hI0jK2lM4nO8=")  # expect: hardcoded-secret
