class Mailer {
  static apiKey = 'k9f2Lw7QzR4tVb1nM8xC'; // expect: hardcoded-secret

  constructor() {
    this.smtpPassword = 'Zx9!kLp2vQ'; // expect: hardcoded-secret
  }
}

module.exports = Mailer;
