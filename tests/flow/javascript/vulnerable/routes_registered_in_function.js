import { Pool } from "pg";

const pool = new Pool();

export function register(app) {
  app.get("/articles", async (req, res) => {
    res.json(await pool.query(`SELECT * FROM articles WHERE name = '${req.query.name}'`)); // expect: sql-injection
  });
  app.post("/orders", save);
}

async function save(request, response) {
  await pool.query(`INSERT INTO orders VALUES ('${request.body.name}')`); // expect: sql-injection
  response.end();
}
