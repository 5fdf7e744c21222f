import { DataSource, EntityManager, Repository, getRepository } from 'typeorm';
import { Request } from 'express';
import { User } from './user';

export class UserService {
  constructor(
    private readonly users: Repository<User>,
    private readonly manager: EntityManager,
  ) {}

  named(req: Request) {
    return this.users.createQueryBuilder('u').where(`u.name = '${req.query.name}'`).getMany(); // expect: sql-injection
  }

  chained(req: Request) {
    return this.users
      .createQueryBuilder('u')
      .leftJoinAndSelect('u.posts', 'post')
      .where('u.active = true')
      .andWhere("u.name = '" + req.query.name + "'") // expect: sql-injection
      .getMany();
  }

  raw(req: Request) {
    return this.users.query('SELECT * FROM users WHERE id = ' + req.params.id); // expect: sql-injection
  }
}

export function found(req: Request) {
  return getRepository(User).createQueryBuilder('u').where(`u.id = ${req.params.id}`).getOne(); // expect: sql-injection
}
