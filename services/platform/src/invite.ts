import { type Invited, invitationDays } from '@guichet/admissions/account/invite';
import { inviteByMail } from '@guichet/admissions/account/invite-by-mail';
import { accountLink } from '@guichet/database/account/auth-links';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { inWork, type Work } from '@guichet/database/session/work';
import { canonicalEmail } from '@guichet/domain/account/email-address';
import { faultsOfInvited } from '@guichet/domain/account/people';
import { type SchoolFunction, schoolFunctions } from '@guichet/domain/account/school-function';
import { sql } from 'kysely';
import { atPlatform, type CommandPlace } from './running/command-place.ts';
import { settingsOfProcess } from './settings.ts';
import { argumentsOf, misunderstood } from './terminal/arguments.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = [
  'usage: pnpm invite ADDRESS --consortium [--name NAME] [--locale fr|en]',
  '       pnpm invite ADDRESS --school SLUG --function ADMIN [--function OFFICER …] [--name NAME] [--locale fr|en]',
  `functions: ${schoolFunctions.join(', ')}`,
];
const options = {
  consortium: { type: 'boolean' },
  school: { type: 'string' },
  function: { type: 'string', multiple: true },
  name: { type: 'string' },
  locale: { type: 'string', default: 'fr' },
} as const;

interface Asked {
  readonly email: string;
  readonly name: string;
  readonly locale: 'fr' | 'en';
  readonly to: { readonly slug: string; readonly functions: readonly SchoolFunction[] } | 'CONSORTIUM';
}

/** `pnpm invite`: a single-use link bound to one address, mailed and printed. */
await runCommand(async () => {
  const asked = askedFor();
  await atPlatform(settingsOfProcess(), (place) => send(place, asked));
});

function askedFor(): Asked {
  const { values, positionals } = argumentsOf(usage, { allowPositionals: true, options });
  const [address, ...rest] = positionals;
  if (address === undefined || rest.length > 0) throw misunderstood('Exactly one address is invited.', usage);
  const email = canonicalEmail(address);
  if (email === null) throw misunderstood('That is no e-mail address.', usage);
  const { locale, school, consortium } = values;
  if (locale !== 'fr' && locale !== 'en') throw misunderstood('--locale is fr or en.', usage);
  if ((school === undefined) === (consortium !== true))
    throw misunderstood('Either --consortium or --school, and one of them.', usage);
  if (consortium && values.function) throw misunderstood('--function goes with --school.', usage);
  const name = values.name ?? email.split('@')[0] ?? email;
  if (faultsOfInvited({ email, displayName: name }).length > 0)
    throw misunderstood('--name is one line of visible signs, as people are called: not empty, not long.', usage);
  const to = school === undefined ? ('CONSORTIUM' as const) : { slug: school, functions: functionsOf(values.function ?? []) };
  return { email, name, locale, to };
}

function functionsOf(names: readonly string[]): readonly SchoolFunction[] {
  const functions = schoolFunctions.filter((each) => names.includes(each));
  if (functions.length === 0 || functions.length < new Set(names).size)
    throw misunderstood('--function names what the person may do.', usage);
  return functions;
}

async function send({ binding, url, isRunning }: CommandPlace, { email, name, locale, to }: Asked): Promise<void> {
  const { token, about } = await inWork(binding, consortiumHat(systemPrincipal), async (work) => {
    const school = to === 'CONSORTIUM' ? null : await schoolNamed(work, to.slug);
    const invited: Invited = {
      email,
      displayName: name,
      locale,
      to: to === 'CONSORTIUM' || !school ? 'CONSORTIUM' : { schoolId: school.id, functions: to.functions },
    };
    return { ...(await inviteByMail(work, invited)), about: school?.name ?? 'the administration of the consortium' };
  });
  console.log(`Invited to ${about}, for ${invitationDays} days, once, and for that address alone:`);
  console.log(accountLink(url, 'INVITATION', token));
  console.log(isRunning ? 'The mail is on its way.' : 'The mail leaves when the platform runs.');
}

async function schoolNamed({ db }: Work, slug: string): Promise<{ id: string; name: string }> {
  const { rows } = await sql<{
    id: string;
    name: string;
    slug: string;
  }>`select id, name, slug from app.school order by slug`.execute(db);
  const school = rows.find((row) => row.slug === slug);
  if (!school)
    throw new Refused(`There is no school ${slug}. There are: ${rows.map((row) => row.slug).join(', ') || 'none yet'}.`);
  return school;
}
