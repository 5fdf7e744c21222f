import { Component } from "@angular/core";
import { DomSanitizer } from "@angular/platform-browser";

@Component({ selector: "app-banner", template: "<div [innerHTML]='html'></div>" })
export class BannerComponent {
  html: unknown;

  constructor(private sanitizer: DomSanitizer) {
    this.html = this.sanitizer.bypassSecurityTrustHtml(location.hash); // expect: xss
  }
}
