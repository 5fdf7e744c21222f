import { Request, Response } from "express";
import { Gateway } from "./base";

export class CustomerController extends Gateway {
  list = async (req: Request, res: Response) => {
    const { rows } = await this.store.query(`SELECT * FROM customers WHERE city = '${req.query.city}'`); // expect: sql-injection
    res.json(rows);
  };
}
