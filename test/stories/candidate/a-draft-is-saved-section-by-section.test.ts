import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { acted, attempt, completeDossier, type HeldDossier, nextAct, shown, submit } from '../../world/dossier.ts';
import { receivedAt } from '../../world/rows-at.ts';
import { aWorld, type World } from '../../world/world.ts';

const schools = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai'];

let world: World;
let claire: Actor;
let held: HeldDossier;
beforeAll(async () => {
  world = await aWorld();
  claire = await world.candidate('Claire');
  held = await completeDossier(claire, { schools });
});
afterAll(() => world.close());

/** One section saved as Claire; the objections, as code and path. */
async function save(mutation: string, input: object): Promise<string[]> {
  const { application, userErrors, errors } = await attempt(claire, mutation, { ...nextAct(held), ...input });
  if (application) held = { ...held, version: application.version };
  return [...userErrors, ...errors].map(({ code, path, extensions }: Selected) =>
    code ? `${code} ${(path ?? []).join('.')}` : `${extensions.code} ${extensions.argument ?? ''}`,
  );
}

describe('names', () => {
  test('E-01 in any script and of one letter round-trip to the byte after NFC, up to the school’s copy', async () => {
    const names = [
      'O’Brien',
      "O'Brien",
      'L’Haÿ-les-Roses',
      'Nguyễn',
      'Şükrü',
      '李',
      'Null',
      'undefined',
      'X',
      'א'.repeat(100),
      'بن علي',
    ];
    for (const lastName of names) {
      expect(await save('saveIdentity', { identity: { lastName: lastName.normalize('NFD') } })).toEqual([]);
      const { identity } = await shown(claire, held, 'identity { lastName }');
      expect(identity.lastName).toBe(lastName.normalize('NFC'));
    }
    await save('saveIdentity', { identity: { lastName: '  Nguyễn \n Thị ' } });
    held = await submit(claire, held);
    const received = await receivedAt(world, 'imt-mines-albi', held.reference);
    expect(received?.identity.identity.lastName).toBe('Nguyễn Thị');
    held = await acted(claire, held, ['recallApplication', {}]);
  });

  test('E-01 E-03 E-04 too long, of no letter, turned round, invisible or overloaded are refused with their path', async () => {
    expect(await save('saveIdentity', { identity: { lastName: 'a'.repeat(101) } })).toEqual(['TEXT_TOO_LONG identity.lastName']);
    expect(await save('saveIdentity', { identity: { lastName: '😀', firstNames: '1234' } })).toEqual([
      'NOT_A_NAME identity.lastName',
      'NOT_A_NAME identity.firstNames',
    ]);
    expect(await save('saveIdentity', { identity: { lastName: 'Abc\u202edef' } })).toEqual(['BIDI_CONTROL identity.lastName']);
    expect(await save('saveIdentity', { identity: { lastName: 'Abc\u0007' } })).toEqual(['CONTROL_CHARACTER identity.lastName']);
    expect(await save('saveIdentity', { identity: { lastName: `e${'\u0301'.repeat(50)}` } })).toEqual([
      'TOO_MANY_MARKS identity.lastName',
    ]);
    expect(await save('saveIdentity', { identity: { lastName: 'Abc\ud800' } })).toEqual(['BAD_USER_INPUT input']);
  });

  test('E-01 only spaces are not given: the name is missing, and its path is told', async () => {
    expect(await save('saveIdentity', { identity: { lastName: '   ' } })).toEqual([]);
    const { missing } = await shown(claire, held, 'missing { code path }');
    expect(missing).toEqual([{ code: 'MISSING', path: ['identity', 'lastName'] }]);
    await save('saveIdentity', { identity: { lastName: 'Claire' } });
  });
});

describe('answers of a section', () => {
  test('what a rule refuses and what no list knows are told at once', async () => {
    expect(await save('saveIdentity', { identity: { ine: '1', nationality: 'ZZ' } })).toEqual([
      'INE_NOT_VALID identity.ine',
      'COUNTRY_NOT_VALID identity.nationality',
    ]);
    expect(
      await save('saveStudies', { studies: [{ ects: -4, country: 'ZZ', mentionCode: 'nope', institutionUai: 'nope' }] }),
    ).toEqual([
      'UAI_NOT_VALID studies.0.institutionUai',
      'NUMBER_OUT_OF_RANGE studies.0.ects',
      'COUNTRY_NOT_VALID studies.0.country',
      'UNKNOWN_VALUE studies.0.mentionCode',
    ]);
  });

  test('E-15 left out stay, null empties, at every level', async () => {
    await save('saveContact', { contact: { telephone: '06 12 34 56 78', addressLine2: 'Escalier B' } });
    await save('saveContact', { contact: { addressLine2: null } });
    const { contact } = await shown(claire, held, 'contact { telephone addressLine1 addressLine2 city }');
    expect(contact).toEqual({ telephone: '06 12 34 56 78', addressLine1: '2 rue du Bac', addressLine2: null, city: 'Paris' });
    const years = [{ institutionName: 'Université', country: 'FR', diploma: null }];
    expect(await save('saveStudies', { studies: years })).toEqual([]);
    expect((await shown(claire, held, 'studies { institutionName diploma level }')).studies).toEqual([
      { institutionName: 'Université', diploma: null, level: null },
    ]);
  });

  test('E-06 a birth date is a day of the calendar, of somebody of an age to study', async () => {
    const born = (birthDate: string) => save('saveIdentity', { identity: { birthDate } });
    expect(await born('2004-02-29')).toEqual([]);
    for (const odd of ['2003-02-29', '0000-01-01', '275760-09-13', '2004-03-14T00:00:00+02:00', 'hier']) {
      expect(await born(odd)).toEqual(['BAD_USER_INPUT input.identity.birthDate']);
    }
    for (const outside of ['9999-12-31', '2027-02-02', '2012-02-02', '1900-01-01']) {
      expect(await born(outside)).toEqual(['AGE_OUT_OF_RANGE identity.birthDate']);
    }
    expect(await born('2012-02-01')).toEqual([]);
  });

  test('E-10 numbers, post codes and telephones follow their country’s rules, and a foreign path exists', async () => {
    expect(await save('saveIdentity', { identity: { ine: '0123456789B' } })).toEqual(['INE_NOT_VALID identity.ine']);
    expect(await save('saveIdentity', { identity: { ine: '123 456 789ab' } })).toEqual([]);
    expect((await shown(claire, held, 'identity { ine }')).identity.ine).toBe('123456789AB');
    const french = { country: 'FR', postcode: 'SW1A 1AA', telephone: '+44 20 7946 0958 ext' };
    expect(await save('saveContact', { contact: french })).toEqual([
      'TELEPHONE_NOT_VALID contact.telephone',
      'POSTCODE_NOT_VALID contact.postcode',
    ]);
    expect(
      await save('saveContact', { contact: { country: 'GB', postcode: 'SW1A 1AA', telephone: '+44 20 7946 0958' } }),
    ).toEqual([]);
    expect(await save('saveContact', { contact: { country: 'ZZ' } })).toEqual(['COUNTRY_NOT_VALID contact.country']);
    expect(await save('saveIdentity', { identity: { nationality: 'XX' } })).toEqual(['COUNTRY_NOT_VALID identity.nationality']);
  });

  test('E-11 a motivation is counted in code points; the database’s own limit is the same', async () => {
    expect(await save('saveAnswers', { answers: { motivation: '𝒜'.repeat(3000) } })).toEqual([]);
    expect(await save('saveAnswers', { answers: { motivation: 'é'.repeat(3001) } })).toEqual([
      'TEXT_TOO_LONG answers.motivation',
    ]);
    expect(await save('saveAnswers', { answers: { motivation: 'a'.repeat(10_000) } })).toEqual([
      'TEXT_TOO_LONG answers.motivation',
    ]);
    const write = (length: number) =>
      world.sql(`update app.application set answers = jsonb_build_object('motivation', repeat('é', $1)) where reference = $2`, [
        length,
        held.reference,
      ]);
    await write(3000);
    await expect(write(3001)).rejects.toThrow('motivation_is_short');
  });

  test('E-12 E-14 text that looks like a program or is made to be slow is stored as it is, or refused at once', async () => {
    const motivation = '<script>alert(1)</script> [x](javascript:alert(1)) {{7*7}} =HYPERLINK("x")';
    expect(await save('saveAnswers', { answers: { motivation } })).toEqual([]);
    expect((await shown(claire, held, 'answers { text }')).answers).toEqual([{ text: motivation }]);
    const slow = `${'a'.repeat(900)}!`;
    const begun = performance.now();
    await save('saveIdentity', { identity: { lastName: slow, firstNames: slow, ine: 'a'.repeat(100) } });
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(await save('saveIdentity', { identity: { lastName: `${'a'.repeat(50_000)}!` } })).toEqual([
      'BAD_USER_INPUT identity.lastName',
    ]);
  });

  test('E-16 a fault tells field and code, and never what was sent', async () => {
    const secret = 'canariSecret123456789'.repeat(60);
    const { body } = await attempt(claire, 'saveIdentity', { ...nextAct(held), identity: { lastName: secret } });
    expect(body).toContain('identity.lastName');
    expect(body).not.toContain('canariSecret');
    const { body: told } = await attempt(claire, 'saveIdentity', { ...nextAct(held), identity: { ine: 'canariINE' } });
    expect(told).toContain('INE_NOT_VALID');
    expect(told).not.toContain('canariINE');
  });

  test('unknown mentions, institutions and countries are refused with their place, all at once', async () => {
    const year = { institutionName: 'Université', country: 'FR' };
    expect(
      await save('saveStudies', {
        studies: [year, { ...year, mentionCode: 'M999', country: 'QZ' }, { ...year, institutionUai: '0000001B' }],
      }),
    ).toEqual([
      'COUNTRY_NOT_VALID studies.1.country',
      'UNKNOWN_VALUE studies.1.mentionCode',
      'UAI_NOT_VALID studies.2.institutionUai',
    ]);
    expect(await save('saveStudies', { studies: [{ ...year, ects: 601, year: 1900, results: '15,5' }] })).toEqual([
      'NUMBER_OUT_OF_RANGE studies.0.ects',
      'NUMBER_OUT_OF_RANGE studies.0.year',
      'DECIMAL_COMMA studies.0.results',
    ]);
    expect(await save('saveQualification', { qualification: { mentionCode: 'M999' } })).toEqual([
      'UNKNOWN_VALUE qualification.mentionCode',
    ]);
    expect(await save('saveStudies', { studies: Array.from({ length: 101 }, () => year) })).toEqual(['BAD_USER_INPUT input']);
  });
});

describe('two windows on one draft', () => {
  test('E-21 the second to save is told the version there is now, and overwrites nothing', async () => {
    const [first, second] = await Promise.all(
      ['Premier onglet.', 'Second onglet.'].map((motivation) =>
        attempt(claire, 'saveAnswers', { ...nextAct(held), answers: { motivation } }),
      ),
    );
    const [saved, stale] = first?.application ? [first, second] : [second, first];
    expect(stale?.userErrors).toEqual([
      {
        code: 'STALE_VERSION',
        message: 'Ceci a été modifié entre-temps\u00a0: rechargez, puis recommencez.',
        path: ['expectedVersion'],
        currentVersion: held.version + 1,
      },
    ]);
    held = { ...held, version: saved?.application.version };
  });
});
