import { Body, Controller, Param, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';

function Timed() {
  return (target: object, key: string, descriptor: PropertyDescriptor) => descriptor;
}

@Controller('people')
export class PeopleController {
  constructor(private readonly source: DataSource) {}

  @Post(':id')
  @Timed()
  async rename(@Param('id') id: string, @Body() body: { name: string }) {
    await this.source.query(`UPDATE people SET name = '${body.name}' WHERE id = $1`, [id]); // expect: sql-injection
  }
}
