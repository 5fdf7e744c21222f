const mysql = require("mysql2/promise");

const pool = mysql.createPool({ host: "localhost" });
const COUNT = "SELECT count(*) FROM :table WHERE deleted = 0";

exports.count = (table) => pool.query(COUNT.replace(":table", table));
