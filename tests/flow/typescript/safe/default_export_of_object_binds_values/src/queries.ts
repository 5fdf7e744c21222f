import { createPool } from "mysql2/promise";

const pool = createPool({ host: "db", database: "crm" });

export default {
  async customersIn(city: string) {
    const [rows] = await pool.query("SELECT * FROM customers WHERE city = ?", [city]);
    return rows;
  },
};
