import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { apiKeyById } from '../key/api-key.loaders.ts';
import type { Context } from '../principal/request-context.ts';
import type { AuditEntry } from './audit-entry.loaders.ts';
import { AuditEntryType } from './audit-entry.type.ts';

@Resolver(() => AuditEntryType)
export class AuditEntryResolver {
  @FieldResolver({ description: 'The key by which a system of the school acted (clé). Null when anybody else did.' })
  key(@Root() { keyId }: AuditEntry, @Ctx() context: Context) {
    return keyId === null ? null : apiKeyById(context).load(keyId);
  }
}
