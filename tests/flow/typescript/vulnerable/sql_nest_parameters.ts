import { Body, Controller, DefaultValuePipe, Get, Headers, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Controller('orders')
export class OrdersController {
  constructor(private readonly db: DataSource) {}

  @Get()
  list(@Query() query: { sort: string }, @Headers('x-tenant') tenant: string) {
    this.db.query(`SET search_path TO ${tenant}`); // expect: sql-injection
    return this.db.query(`SELECT * FROM orders ORDER BY ${query.sort}`); // expect: sql-injection
  }

  @Get('search')
  search(@Query('q', new DefaultValuePipe('')) q: string, @Query('limit', ParseIntPipe) limit: number) {
    return this.db.query(`SELECT * FROM orders WHERE note LIKE '%${q}%' LIMIT ${limit}`); // expect: sql-injection
  }

  @Post(':table')
  archive(@Param('table') table: string, @Body('before') before: string) {
    this.db.query(`DELETE FROM ${table}`); // expect: sql-injection
    return this.db.query(`DELETE FROM orders WHERE day < '${before}'`); // expect: sql-injection
  }
}
