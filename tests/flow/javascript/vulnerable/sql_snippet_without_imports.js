const shop = express();
const store = mysql.createConnection({ host: process.env.DB_HOST });
const archive = mysql2.createConnection({ host: process.env.DB_HOST });
const reports = new pg.Pool();
const cache = new sqlite3.Database('cache.db');

shop.get('/items', (request, response) => {
  store.query("SELECT * FROM items WHERE name = '" + request.query.name + "'"); // expect: sql-injection
  archive.query("SELECT * FROM items WHERE name = '" + request.query.name + "'"); // expect: sql-injection
  reports.query("SELECT * FROM items WHERE name = '" + request.query.name + "'"); // expect: sql-injection
  cache.get("SELECT * FROM items WHERE name = '" + request.query.name + "'"); // expect: sql-injection
});
