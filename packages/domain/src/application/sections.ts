import type { Draft } from './application.ts';
import { type Block, type BlockReason, blocksOf, type DraftCampaign } from './what-blocks.ts';

/** The parts of a dossier (rubriques), in the order of the task list; each is saved by itself. */
export const sections = [
  'IDENTITY',
  'CONTACT',
  'STUDIES',
  'QUALIFICATION',
  'MOTIVATION',
  'ARRANGEMENTS',
  'EXAM_CENTRE',
  'CHOICES',
] as const satisfies readonly (keyof typeof blocksOf)[];
/** One of `sections`. */
export type Section = (typeof sections)[number];

/** The five words of the task list: à commencer, en cours, terminé, pas encore possible, il y a un problème. */
export const sectionStatusWords = ['TO_START', 'IN_PROGRESS', 'DONE', 'NOT_YET_POSSIBLE', 'PROBLEM'] as const;
/** One of `sectionStatusWords`. */
export type SectionStatusWord = (typeof sectionStatusWords)[number];

/** How far one section has come. */
export interface SectionStatus {
  readonly section: Section;
  readonly status: SectionStatusWord;
}
/** One thing that blocks submission, the section it is in and the way to it in the draft. */
export interface MissingItem extends Block {
  readonly section: Section;
}

/** Everything that blocks the submission of a draft, all of it, in the order of the task list. */
export const missingItems = (draft: Draft, campaign: DraftCampaign, asOf: Temporal.Instant): MissingItem[] =>
  sectionsOf(campaign).flatMap((section) => blocksOf[section](draft, campaign, asOf).map((block) => ({ ...block, section })));

/** How far each section asked for in this campaign has come. */
export const sectionStatuses = (draft: Draft, campaign: DraftCampaign, asOf: Temporal.Instant): SectionStatus[] =>
  sectionsOf(campaign).map((section) => {
    if (!hasBegun[section](draft))
      return { section, status: isPossible(section, draft, campaign) ? 'TO_START' : 'NOT_YET_POSSIBLE' };
    return { section, status: progressOf(blocksOf[section](draft, campaign, asOf)) };
  });

/** The exam centre is asked only where the orals are common. */
const sectionsOf = ({ oralsMode }: DraftCampaign): readonly Section[] =>
  sections.filter((section) => section !== 'EXAM_CENTRE' || oralsMode === 'COMMON');

const hasBegun: Readonly<Record<Section, (draft: Draft) => boolean>> = {
  IDENTITY: ({ identity }) => identity !== null,
  CONTACT: ({ contact }) => contact !== null,
  STUDIES: ({ studies }) => studies.length > 0,
  QUALIFICATION: ({ qualification }) => qualification !== null,
  MOTIVATION: ({ answers }) => answers !== null,
  ARRANGEMENTS: ({ arrangements }) => arrangements !== null,
  EXAM_CENTRE: ({ examCentreId }) => examCentreId !== null,
  CHOICES: ({ choices }) => choices.length > 0,
};

/** A title is named after the studies it rests on; schools are picked once one of them takes dossiers. */
function isPossible(section: Section, draft: Draft, { members }: DraftCampaign): boolean {
  if (section === 'QUALIFICATION') return draft.studies.length > 0;
  if (section === 'EXAM_CENTRE' || section === 'CHOICES') return [...members].some(({ notice }) => notice !== null);
  return true;
}

/** What is merely not there yet is no problem. */
const unfinished: ReadonlySet<BlockReason> = new Set(['MISSING', 'NO_SPECIALISM', 'NO_CHOICE']);

function progressOf(blocks: readonly Block[]): SectionStatusWord {
  if (blocks.length === 0) return 'DONE';
  return blocks.every(({ reason }) => unfinished.has(reason)) ? 'IN_PROGRESS' : 'PROBLEM';
}
