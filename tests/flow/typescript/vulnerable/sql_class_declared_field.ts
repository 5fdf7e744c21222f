import mysql, { Pool, RowDataPacket } from 'mysql2/promise';

export class OrderService {
  private db: Pool;

  constructor() {
    this.db = mysql.createPool({ host: 'localhost' });
  }

  public async search(term: string): Promise<RowDataPacket[]> {
    const [rows] = await this.db.query<RowDataPacket[]>(`SELECT * FROM orders WHERE note LIKE '%${term}%'`); // expect: sql-injection
    return rows;
  }
}

