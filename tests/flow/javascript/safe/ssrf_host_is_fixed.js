const axios = require("axios");
const express = require("express");

const app = express();
const client = axios.create({ baseURL: "https://api.example.com" });

function load(path) {
  return fetch("https://api.example.com" + path);
}

app.get("/", async (req, res) => {
  await client.get("/users/" + req.params.id);
  await load("/users/" + req.params.id);
  await fetch(`${process.env.API}/users/${req.params.id}`);
  await fetch("http://backend" + req.url);
  const text = String(req.query.url);
  const url = new URL(text);
  await fetch("https://images.example.com" + url.pathname);
  if (url.host === "static.example.com") {
    await fetch(text);
  }
  res.sendStatus(204);
});

app.get("/image", async (req, res) => {
  const url = new URL(req.query.url);
  if (url.hostname.endsWith(".example.com")) {
    await fetch(url);
  }
  res.sendStatus(204);
});
