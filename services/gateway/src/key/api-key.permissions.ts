import { allow, fieldsOf, schoolAdmin } from '../permissions/permission.ts';

/** Keys make rights: people's alone. In a trail whoever reads it sees what a key is called, and no more. */
export const apiKeyPermissions = {
  ...fieldsOf('Mutation', schoolAdmin, ['createApiKey', 'rotateApiKey', 'revokeApiKey']),
  ...fieldsOf('CreateApiKeyPayload', allow, ['apiKey', 'secret', 'userErrors']),
  ...fieldsOf('RotateApiKeyPayload', allow, ['apiKey', 'secret', 'userErrors']),
  ...fieldsOf('RevokeApiKeyPayload', allow, ['apiKey', 'userErrors']),
  ...fieldsOf('SchoolDesk', schoolAdmin, ['apiKeys']),
  ...fieldsOf('ApiKey', allow, ['id', 'name']),
  ...fieldsOf('ApiKey', schoolAdmin, [
    'prefix',
    'scopes',
    'createdAt',
    'expiresAt',
    'revokedAt',
    'lastUsedAt',
    'overlapEndsAt',
    'version',
  ]),
};
