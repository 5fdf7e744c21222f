export class Config {
  private static readonly API_SECRET = 'k9f2Lw7QzR4tVb1nM8xC'; // expect: hardcoded-secret
  readonly dbPassword: string = 'Zx9!kLp2vQ'; // expect: hardcoded-secret
}
