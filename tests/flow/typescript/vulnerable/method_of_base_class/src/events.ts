import { Repository } from "./base";

export class EventRepository extends Repository {
  protected table = "events";

  onDay(day: string) {
    return this.where(`day = '${day}'`);
  }
}
