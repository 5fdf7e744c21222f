const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

class Names {
  constructor(names) {
    this.names = names;
  }

  *[Symbol.iterator]() {
    for (const name of this.names) {
      yield name;
    }
  }
}

async function* trimmed(names) {
  for await (const name of names) {
    yield name.trim();
  }
}

app.post("/users", async (req, res) => {
  for (const name of new Names(req.body.names)) {
    await pool.query(`SELECT * FROM users WHERE name = '${name}'`); // expect: sql-injection
  }
  for await (const name of trimmed(req.body.names)) {
    await pool.query(`SELECT * FROM users WHERE name = '${name}'`); // expect: sql-injection
  }
  const [first] = trimmed(req.body.names);
  await pool.query(`SELECT * FROM users WHERE name = '${first}'`); // expect: sql-injection
  res.end();
});
