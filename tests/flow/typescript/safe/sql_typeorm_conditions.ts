import { Brackets, Repository } from 'typeorm';
import { Request } from 'express';
import { User } from './user';

export class UserService {
  constructor(private readonly users: Repository<User>) {}

  byObject(req: Request) {
    return this.users.createQueryBuilder('u').where({ name: req.query.name }).getMany();
  }

  bracketed(req: Request) {
    const name = req.query.name;
    return this.users
      .createQueryBuilder('u')
      .where(new Brackets((query) => query.where('u.name = :name', { name }).orWhere('u.nick = :name', { name })))
      .andWhere('u.id IN (:...ids)', { ids: req.body.ids })
      .orderBy('u.id')
      .getMany();
  }
}
