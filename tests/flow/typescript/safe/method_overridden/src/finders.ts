import { Finder } from "./base";

export class NameFinder extends Finder {
  find(name: string) {
    return this.store.query("SELECT * FROM users WHERE name = $1", [name]);
  }
}
