import { faultsOfNotice, type IntakeEntry, type NoticeFault, type NoticeRules } from '@guichet/domain/notice/notice';
import type { NoticeSheet } from '../campaign-file.ts';
import { type PointedFault, quoted } from '../schema-faults.ts';
import { type Check, type Checked, soundEntries } from './check.ts';
import { declaredCodes } from './specialism-checks.ts';

/** What concerns each school's notice; whether it is complete is judged when the campaign opens, not here. */
export const noticeChecks: readonly Check[] = [specialismsAreDeclared, noticesHold];

function notices(checked: Checked): readonly (readonly [NoticeSheet, string])[] {
  return soundEntries(checked, '/schools', () => checked.file.schools).flatMap(([school, pointer]) =>
    checked.isSound(`${pointer}/notice`) ? [[school.notice, `${pointer}/notice`] as const] : [],
  );
}

function specialismsAreDeclared(checked: Checked) {
  const declared = declaredCodes(checked);
  if (declared === null) return [];
  return notices(checked).flatMap(([notice, pointer]) =>
    soundEntries(checked, `${pointer}/specialisms`, () => notice.specialisms)
      .filter(([code]) => !declared.has(code))
      .map(([code, place]) => ({
        pointer: place,
        message: `is ${quoted(code)}, which /specialisms does not declare: declare or remove it`,
      })),
  );
}

/** The domain's own rule of a notice, told in the words of the file. */
function noticesHold(checked: Checked): readonly PointedFault[] {
  return notices(checked).flatMap(([notice, pointer]) =>
    faultsOfNotice(rulesOf(checked, notice, pointer)).map((fault) => pointed(fault, notice, pointer)),
  );
}

/** A notice in which every part that is not sound is replaced by one that no rule objects to, at its place. */
function rulesOf({ isSound }: Checked, notice: NoticeSheet, pointer: string): NoticeRules {
  const sound = <Part>(place: string, part: () => Part, otherwise: Part) => (isSound(`${pointer}/${place}`) ? part() : otherwise);
  const codes = sound('specialisms', () => notice.specialisms, null);
  const offered = (codes ?? []).map((code, index) => sound(`specialisms/${index}`, () => code, stranger(index)));
  return {
    number: 1,
    requiredEcts: 0,
    specialismsPerChoice: offered.length === 0 ? 1 : sound('specialismsPerChoice', () => notice.specialismsPerChoice, 1),
    specialisms: offered.map((code, index) => ({ id: String(index), code, admittedMentions: [] })),
    intake: sound('intake', () => notice.intake, []).map((entry, index) => {
      const place = `${pointer}/intake/${index}`;
      const isWhole = codes !== null && isSound(place) && isDivisionSound(isSound, entry, place);
      const route = isSound(place) && isSound(`${place}/route`) ? entry.route : (stranger(index) as IntakeEntry['route']);
      return isWhole ? { ...entry, route } : { route, seats: null, bySpecialism: null };
    }),
    articles: sound('articles', () => notice.articles, []).filter((_, index) =>
      ['', '/article', '/rule'].every((part) => isSound(`${pointer}/articles/${index}${part}`)),
    ),
  };
}

/** A name that no other entry bears and no file can hold. */
const stranger = (index: number) => `?${index}`;

function isDivisionSound(isSound: Checked['isSound'], entry: IntakeEntry, place: string): boolean {
  if (!isSound(`${place}/seats`) || !isSound(`${place}/bySpecialism`)) return false;
  return (entry.bySpecialism ?? []).every((_, index) =>
    ['', '/code', '/seats'].every((part) => isSound(`${place}/bySpecialism/${index}${part}`)),
  );
}

function pointed({ reason, path }: NoticeFault, notice: NoticeSheet, pointer: string): PointedFault {
  const named = path[0] === 'specialisms' ? path.slice(0, 2) : path;
  return { pointer: [pointer, ...named].join('/'), message: remedies[reason](valueAt(notice, named), notice) };
}

const valueAt = (notice: NoticeSheet, path: readonly string[]) =>
  path.reduce<unknown>((value, step) => Reflect.get(Object(value), step), notice);

const remedies: Readonly<Record<NoticeFault['reason'], (value: unknown, notice: NoticeSheet) => string>> = {
  NUMBER_OUT_OF_RANGE: (value, { specialisms: { length } }) =>
    `is ${quoted(value)} while the school admits ${length} specialisms: write ${length} or less`,
  NAMED_TWICE: (value) => `is ${quoted(value)}, which stands earlier in the list: leave one entry`,
  SEATS_DO_NOT_ADD_UP: () => 'does not add up to the seats of its route: make both agree',
  SEATS_NOT_PUBLISHED_YET_DIVIDED: () => 'divides a number of seats that is not published: publish it or remove the division',
  SPECIALISM_NOT_OFFERED: (value) =>
    `is ${quoted(value)}, which this school does not admit: add it to its specialisms or remove it here`,
};
