export class Application {
  constructor(adapter, options) {
    this.adapter = adapter;
    this.options = options;
  }

  applyOptions() {
    if (this.options.cors === true) {
      this.enableCors();
    }
  }

  enableCors(options) {
    this.adapter.useCors(options);
  }
}
