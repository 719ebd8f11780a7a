import { encodeId } from '@guichet/gateway/connection/node-id';
import { furtherSettings } from '../../../world/consortium.ts';
import { type CanaryWorld, schoolOf } from '../../canary-world.ts';
import { did } from './did.ts';

/** What the consortium leaves behind: seasons to come and gone, a deadline moved, dossiers read in need, spellings settled, people. */
export async function workOfConsortium(fixture: CanaryWorld): Promise<void> {
  await setUpSeasons(fixture);
  await readInNeed(fixture);
  await settleSpellings(fixture);
  await invite(fixture);
}

/** One season that could open, one that lacks everything, one long closed that discloses how many other choices there were. */
async function setUpSeasons({ world, people, dossiers, canaries }: CanaryWorld): Promise<void> {
  const { campaignId, schoolIds } = dossiers.C1;
  const copy = (slug: string, opensOn: string) =>
    did(people.OP, ['copyCampaign', 'campaign { version }'], { campaignId, slug, name: { fr: slug, en: slug }, opensOn });
  await copy('astg3-2028', '2028-03-01');
  await copy('astg3-2026', '2028-03-02');
  await world.sql(`update app.campaign set state = 'CLOSED', other_choices = 'COUNT' where slug = 'astg3-2026'`);
  const word = canaries.of('consortium', 'campaign in making.name');
  const settings = { ...furtherSettings, slug: 'astg3-2029', name: { fr: word, en: word } };
  const { campaign } = await did(people.OP, ['createCampaign', 'campaign { version campaign { id } }'], { settings });
  await did(people.OP, ['setMembers', 'campaign { version }'], {
    campaignId: campaign.campaign.id,
    expectedVersion: campaign.version,
    schoolIds: [schoolIds[schoolOf.A]],
  });
  const [open] = await world.sql<{ version: number }>(`select version from app.campaign where slug = 'astg3-2027'`);
  await did(people.OP, ['moveMilestone', 'campaign { version }'], {
    campaignId,
    expectedVersion: open?.version ?? 1,
    kind: 'CLOSING',
    at: '2027-04-10T21:59:00.000Z',
    reason: canaries.of('anybody', 'deadline_move.reason'),
  });
}

/** One dossier was open to the consortium, and is again; the reasons are known to the school's administrators and to nobody else. */
async function readInNeed({ people, canaries, dossiers }: CanaryWorld): Promise<void> {
  const broken = () => {
    const { reference, schoolIds } = dossiers.C3;
    const reason = `${canaries.of('staff B', 'break_glass.reason')} demande une vérification`;
    return did(people.OP, ['breakGlass', 'breakGlass { id }'], { schoolId: schoolIds[schoolOf.B], reference, reason });
  };
  const { breakGlass } = await broken();
  await did(people.OP, ['endBreakGlass', 'breakGlass { id }'], { breakGlassId: breakGlass.id });
  await broken();
}

/** A spelling merged, and one that five candidates wrote: fewer are not counted to anybody. */
async function settleSpellings({ world, people }: CanaryWorld): Promise<void> {
  await world.sql('set session_replication_role = replica');
  await world.sql(
    `insert into app.free_institution (candidate_id, id, name, country, search_key, at)
     select gen_random_uuid(), gen_random_uuid(), 'Aix-Marseile Université', 'FR', 'aix-marseile universite', app.clock() from generate_series(1, 6)`,
  );
  await world.sql('set session_replication_role = origin');
  const [spelling] = await world.sql<{ id: string }>(
    `select id from app.free_institution where name like 'Kny%' order by id limit 1`,
  );
  const [institution] = await world.sql<{ id: string }>('select id from app.institution order by uai limit 1');
  await did(people.OP, ['mergeFreeInstitution', 'freeInstitution { id }'], {
    freeInstitutionId: encodeId('FreeInstitution', spelling?.id ?? ''),
    expectedInstitutionId: null,
    institutionId: encodeId('Institution', institution?.id ?? ''),
  });
}

async function invite({ world, people, canaries }: CanaryWorld): Promise<void> {
  const invited = () => {
    const word = canaries.of('consortium', 'consortium_invitation.name');
    const input = { displayName: word, email: `${word.toLowerCase()}@consortium.example` };
    return did(people.OP, ['inviteAdministrator', 'invitation { id }'], input);
  };
  await invited();
  const { invitation } = await invited();
  await did(people.OP, ['revokeAdministratorInvitation', 'invitation { id }'], { invitationId: invitation.id });
  await world.consortium('former');
  await world.sql('update app.consortium_right set display_name = $1 where account_id = $2', [
    canaries.of('consortium', 'consortium_right.displayName'),
    people.OP.accountId,
  ]);
}
