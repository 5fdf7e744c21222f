export const publicKey = 'pk_live_4eC39HqLyjWDarjtT1zdp7dc';
export const sentryDsn = 'https://public@o0.ingest.sentry.io/0';
export const key = '-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf\n-----END PUBLIC KEY-----';
