const API_KEY = "sk-live-4f8a9c1e7b"; // expect: hardcoded-secret

module.exports = { API_KEY };
