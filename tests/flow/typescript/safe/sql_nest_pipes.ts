import {
  Controller, Get, Param, ParseEnumPipe, ParseIntPipe, ParseUUIDPipe, Query, UsePipes,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ColumnPipe } from './column.pipe';

enum Direction {
  Up = 'ASC',
  Down = 'DESC',
}

@Controller('orders')
export class OrdersController {
  constructor(private readonly db: DataSource) {}

  @Get(':id')
  one(@Param('id', ParseIntPipe) id) {
    return this.db.query(`SELECT * FROM orders WHERE id = ${id}`);
  }

  @Get('by-key/:key')
  byKey(@Param('key', new ParseUUIDPipe({ version: '4' })) key: string) {
    return this.db.query(`SELECT * FROM orders WHERE key = '${key}'`);
  }

  @Get()
  list(@Query('direction', new ParseEnumPipe(Direction)) direction: string, @Query('by', ColumnPipe) by: string) {
    this.db.query(`SELECT * FROM orders ORDER BY ${by}`);
    return this.db.query(`SELECT * FROM orders ORDER BY day ${direction}`);
  }

  @Get('page/:page')
  @UsePipes(new ParseIntPipe())
  page(@Param('page') page) {
    return this.db.query(`SELECT * FROM orders LIMIT 20 OFFSET ${page}`);
  }

  @Get('named/:name')
  named(@Param('name') name: string) {
    return this.db.query('SELECT * FROM orders WHERE name = $1', [name]);
  }
}
