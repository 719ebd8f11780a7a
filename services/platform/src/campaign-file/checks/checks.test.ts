import { describe, expect, test } from '@jest/globals';
import { edited, messageAt } from '../edited-demonstration.ts';

interface Faulty {
  readonly fault: string;
  readonly place: string;
  readonly words: RegExp;
  readonly edit: (file: ReturnType<typeof JSON.parse>) => void;
}

const slug = (written: string) =>
  messageAt(
    edited((file) => (file.schools[2].slug = written)),
    '/schools/2/slug',
  );

describe('what the schema cannot say', () => {
  const faulty: readonly Faulty[] = [
    {
      fault: 'a reserved campaign slug',
      place: '/campaign/slug',
      words: /keeps for itself/,
      edit: (file) => (file.campaign.slug = 'api'),
    },
    {
      fault: 'a zone unknown to IANA',
      place: '/campaign/zone',
      words: /IANA/,
      edit: (file) => (file.campaign.zone = 'Europe/Douai'),
    },
    {
      fault: 'a day that does not exist',
      place: '/campaign/opensAt',
      words: /no such day/,
      edit: (file) => (file.campaign.opensAt = '2018-02-30T09:00'),
    },
    {
      fault: 'an hour skipped in spring',
      place: '/campaign/closesAt',
      words: /offset/,
      edit: (file) => (file.campaign.closesAt = '2018-03-25T02:30'),
    },
    {
      fault: 'an entry before the closing',
      place: '/campaign/entryYear',
      words: /write 2018 or 2019/,
      edit: (file) => (file.campaign.entryYear = 2017),
    },
    {
      fault: 'two specialisms of one code',
      place: '/specialisms/1/code',
      words: /another specialism/,
      edit: (file) => (file.specialisms[1].code = file.specialisms[0].code),
    },
    {
      fault: 'two schools of one slug',
      place: '/schools/1/slug',
      words: /another school/,
      edit: (file) => (file.schools[1].slug = 'imt-lille-douai'),
    },
    {
      fault: 'two schools of one name',
      place: '/schools/2/name',
      words: /add the city/,
      edit: (file) => (file.schools[2].name = 'IMT Mines Albi'),
    },
    {
      fault: 'a contact nobody can reach',
      place: '/schools/0/contact',
      words: /telephone nor email/,
      edit: (file) => (file.schools[0].contact = { name: 'Somebody' }),
    },
    {
      fault: 'an address with a dot too many',
      place: '/schools/1/contact/email',
      words: /ordinary mailbox/,
      edit: (file) => (file.schools[1].contact.email = 'admissions..albi@albi.example'),
    },
    {
      fault: 'a specialism listed twice',
      place: '/schools/0/notice/specialisms/12',
      words: /already holds/,
      edit: (file) => file.schools[0].notice.specialisms.push('materials'),
    },
    {
      fault: 'more specialisms per choice than there are',
      place: '/schools/0/notice/specialismsPerChoice',
      words: /12 or less/,
      edit: (file) => (file.schools[0].notice.specialismsPerChoice = 13),
    },
    {
      fault: 'a division of seats not published',
      place: '/schools/0/notice/intake/1/bySpecialism',
      words: /not published/,
      edit: (file) => (file.schools[0].notice.intake[1].bySpecialism = [{ code: 'materials', seats: 2 }]),
    },
    {
      fault: 'seats of a specialism of another school',
      place: '/schools/0/notice/intake/0/bySpecialism/0/code',
      words: /does not admit/,
      edit: (file) => (file.schools[0].notice.intake[0].bySpecialism = [{ code: 'chemistry', seats: 5 }]),
    },
    {
      fault: 'two articles for one rule',
      place: '/schools/0/notice/articles/1/rule',
      words: /leave one entry/,
      edit: (file) => (file.schools[0].notice.articles[1].rule = 'level'),
    },
    {
      fault: 'a route named twice in a plan that has another fault',
      place: '/schools/0/notice/intake/4/route',
      words: /leave one entry/,
      edit: ({ schools: [{ notice }] }) =>
        Object.assign(notice.intake[4], { route: 'ASTG3' }) && (notice.intake[1].seats = 'many'),
    },
    {
      fault: 'a negative number of seats',
      place: '/schools/0/notice/intake/0/seats',
      words: /from 0 to 10000/,
      edit: (file) => (file.schools[0].notice.intake[0].seats = -1),
    },
    {
      fault: 'a name that turns the line around',
      place: '/schools/0/name',
      words: /\\u\{202e\}/,
      edit: (file) => (file.schools[0].name = 'IMT\u202e Douai'),
    },
  ];
  test.each(faulty)('$fault is told at $place', ({ place, words, edit }) => {
    expect(messageAt(edited(edit), place)).toMatch(words);
  });

  test('I-16 a slug is plain ASCII and no reserved word; accents get their plain spelling, look-alikes their code point', () => {
    expect(slug('imt-mines-alès')).toMatch(/write "imt-mines-ales"/);
    expect(slug('imt-min\u0435s-ales')).toMatch(/U\+0435 is none of a–z/);
    expect(slug('imt--ales')).toMatch(/single hyphens/);
    expect(['admin', 'api', 'graphql', 'auth'].map(slug).every((message) => message.includes('keeps for itself'))).toBe(true);
    expect(slug('imt-mines-ales-2')).toBe('');
  });
});
