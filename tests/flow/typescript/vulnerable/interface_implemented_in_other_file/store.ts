export interface Closable {
  close(): Promise<void>;
}

export interface NoteStore extends Closable {
  titled(title: string): Promise<unknown[]>;
  count: () => Promise<number>;
}

export abstract class Audit {
  abstract write(event: string): Promise<void>;

  async login(user: string): Promise<void> {
    await this.write(`login of ${user}`);
  }
}
