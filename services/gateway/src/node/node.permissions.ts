import { allow, fieldsOf } from '../permissions/permission.ts';

/** Whoever asks; each type has its own line among the fetchers. */
export const nodePermissions = fieldsOf('Query', allow, ['node', 'nodes']);
