const express = require("express");
const { keys, issuer } = require("./keys");

const app = express();

app.get("/.well-known/openid-configuration", (req, res) => {
  res.setHeader("Access-Control-Allow-Origin", "*");
  res.json({ issuer, token_endpoint: `${issuer}/token` });
});

app.get("/keys", async (req, res) => {
  const jwks = await keys();
  res.set({ "Access-Control-Allow-Origin": "*", "Cache-Control": "public" });
  res.json(jwks);
});
