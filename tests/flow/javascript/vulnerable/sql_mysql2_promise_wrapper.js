const mysql = require('mysql2');
const pool = mysql.createPool(process.env.DATABASE_URL).promise();

exports.remove = async (req, res) => {
  let query = 'DELETE FROM posts WHERE slug = ';
  query += `'${req.params.slug}'`;
  await pool.query(query); // expect: sql-injection
  res.sendStatus(204);
};
