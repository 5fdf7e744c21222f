import { Repository } from 'typeorm';
import { User } from './user';

export class UserService {
  constructor(private readonly users: Repository<User>) {}

  find(name: string) {
    return this.users.createQueryBuilder('user').where('user.name = :name', { name }).getMany();
  }

  raw(id: string) {
    return this.users.query('SELECT * FROM users WHERE id = $1', [id]);
  }
}
