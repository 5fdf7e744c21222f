package app

const APIKey = "sk-live-4f8a9c1e7b" // expect: hardcoded-secret
