// Names of keys, grammars and queries: none of these is a secret.
const PREVIEW_SIGNING_KEY = 'previewModeSigningKey';
const PREVIEW_ENCRYPTION_KEY = 'previewModeEncryptionKey';

export const grammar = {
  tokenizer: { root: [[/[a-z]\w*/, { cases: { '@keywords': { token: 'keyword.$0' } } }]] },
};

export function keys(R, storage, user) {
  storage.getItem(PREVIEW_SIGNING_KEY);
  storage.getItem(PREVIEW_ENCRYPTION_KEY);
  return R.find('api_key', 'user_id=?', [user.id]);
}
