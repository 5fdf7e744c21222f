import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Controller('users')
export class UsersController {
  constructor(private readonly dataSource: DataSource) {}

  @Get(':id')
  findOne(@Param('id') id: string, @Query('sort') sort: string) {
    return this.dataSource.query(`SELECT * FROM users WHERE id = ${id} ORDER BY ${sort}`); // expect: sql-injection
  }
}
