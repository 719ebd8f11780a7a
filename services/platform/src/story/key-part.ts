import { table } from '../terminal/table.ts';
import { operation } from './operation.ts';
import { type Scene, show, tell } from './scene.ts';
import { systemWith, type Told } from './visitor.ts';

/** A school's own system gets a key, works with it and loses it. */
export async function keyInOut({ url, campaign, admin }: Scene): Promise<void> {
  tell(`Signed in by a code, an administrator makes a key for the school’s own system (${admin.email})`);
  const made = await admin.act(operation('school-admin/create-api-key'));
  const { id: apiKey, prefix, scopes, expiresAt } = made.apiKey;
  show(`${prefix}…, shown this once; it may ${scopes.join(', ')} until ${expiresAt}`);
  tell('The system reads the queue with it, and nothing more');
  const queue = operation('key/queue', { campaign });
  const system = systemWith(url, made.secret);
  const { data } = await system.ask(queue);
  const nodes = data.desk.candidacies.edges.map(({ node }: Told['data']) => node);
  const rows = nodes.map(({ dossier, state, receivedAt }: Told['data']) => [dossier.reference, state, receivedAt]);
  show(table(['reference', 'state', 'received'], rows));
  const { codes } = await system.ask(operation('key/open-a-dossier', { candidacy: nodes[0]?.id }));
  show(`opening one is refused: ${codes.join(', ')}, for it may not write`);
  tell('The key is rotated: for a day the old words and the new ones answer');
  const rotated = await admin.act(operation('school-admin/rotate-api-key', { apiKey, apiKeyVersion: made.apiKey.version }));
  const answers = [await system.ask(queue), await systemWith(url, rotated.secret).ask(queue)].map(told);
  show(`old words: ${answers[0]}, until ${rotated.apiKey.overlapEndsAt}; new words: ${answers[1]}`);
  tell('The key is revoked: its next request is nobody’s');
  await admin.act(operation('school-admin/revoke-api-key', { apiKey }));
  show(`old words: ${told(await system.ask(queue))}; new words: ${told(await systemWith(url, rotated.secret).ask(queue))}`);
}

const told = ({ data, codes }: Told): string => (data?.desk ? 'the queue answers' : `refused, ${codes.join(', ')}`);
