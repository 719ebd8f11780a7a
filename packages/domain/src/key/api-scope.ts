/** What a key may be given, per noun and verb (portée); a verb carries no other: writing is not reading. See decision 0013. */
export const apiScopes = [
  'CANDIDACIES_READ',
  'CANDIDACIES_WRITE',
  'NOTES_READ',
  'NOTES_WRITE',
  'LABELS_READ',
  'LABELS_WRITE',
  'VIEWS_READ',
  'EXPORTS_READ',
  'EXPORTS_WRITE',
  'TOTALS_READ',
] as const;
/** One of `apiScopes`. */
export type ApiScope = (typeof apiScopes)[number];

/** Scopes as a key holds them: each once, in the order of `apiScopes`. */
export const scopesOnce = (scopes: readonly ApiScope[]): readonly ApiScope[] =>
  apiScopes.filter((scope) => scopes.includes(scope));
