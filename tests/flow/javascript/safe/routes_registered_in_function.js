import { Pool } from "pg";

const pool = new Pool();

export function register(app) {
  app.get("/articles", async (req, res) => {
    res.json(await pool.query("SELECT * FROM articles WHERE name = $1", [req.query.name]));
  });
  app.post("/orders", save);
}

async function save(request, response) {
  await pool.query(`INSERT INTO orders VALUES (${Number(request.body.id)}, $1)`, [request.body.name]);
  await pool.query(`INSERT INTO methods VALUES ('${request.method}')`);
  response.end();
}
