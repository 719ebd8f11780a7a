import { routes } from '@guichet/domain/notice/notice';
import {
  type CampaignFile,
  type CampaignSheet,
  campaignFileFormat,
  type IntakeSheet,
  type NoticeSheet,
  type SchoolSheet,
  type SpecialismSheet,
} from './campaign-file.ts';

/**
 * The one way a campaign is written: members in the order of the documentation, lists in the order of their codes, two blanks, a last
 * newline. Equal campaigns give equal bytes, so two exports can be compared.
 */
export function writeCampaignFile(file: CampaignFile): string {
  const ordered = {
    format: campaignFileFormat,
    ...(file.remarks.length > 0 && { remarks: file.remarks }),
    campaign: orderedCampaign(file.campaign),
    specialisms: sortedBy(file.specialisms, ({ code }) => code).map(orderedSpecialism),
    schools: sortedBy(file.schools, ({ slug }) => slug).map(orderedSchool),
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function orderedCampaign(sheet: CampaignSheet): CampaignSheet {
  const { level, requiredEcts, equivalence } = sheet.entryRequirement;
  return {
    slug: sheet.slug,
    name: { fr: sheet.name.fr, en: sheet.name.en },
    procedure: sheet.procedure,
    entryYear: sheet.entryYear,
    zone: sheet.zone,
    opensAt: sheet.opensAt,
    closesAt: sheet.closesAt,
    maxChoices: sheet.maxChoices,
    replyPolicy: sheet.replyPolicy,
    oralsMode: sheet.oralsMode,
    otherChoices: sheet.otherChoices,
    feeCents: sheet.feeCents,
    entryRequirement: { level, requiredEcts, equivalence },
  };
}

function orderedSpecialism({ code, fr, en, admittedMentions }: SpecialismSheet): SpecialismSheet {
  return { code, fr, en, admittedMentions: sortedBy(admittedMentions, String) };
}

function orderedSchool({ slug, name, shortName, city, colour, contact, notice }: SchoolSheet): SchoolSheet {
  const person = contact && { name: contact.name, telephone: contact.telephone, email: contact.email };
  return { slug, name, shortName, city, colour, contact: person, notice: orderedNotice(notice) };
}

function orderedNotice({ specialisms, specialismsPerChoice, intake, articles }: NoticeSheet): NoticeSheet {
  return {
    specialisms: sortedBy(specialisms, String),
    specialismsPerChoice,
    intake: intake.toSorted((one, other) => routes.indexOf(one.route) - routes.indexOf(other.route)).map(orderedIntake),
    articles: articles
      .toSorted((one, other) => one.article - other.article || byCodeUnit(one.rule, other.rule))
      .map(({ article, rule }) => ({ article, rule })),
  };
}

function orderedIntake({ route, seats, bySpecialism }: IntakeSheet): IntakeSheet {
  const parts =
    bySpecialism && sortedBy(bySpecialism, ({ code }) => code).map(({ code, seats: places }) => ({ code, seats: places }));
  return { route, seats, bySpecialism: parts };
}

/** By code unit, so that no locale of the machine shows in the bytes. */
function sortedBy<Entry>(list: readonly Entry[], key: (entry: Entry) => string): readonly Entry[] {
  return list.toSorted((one, other) => byCodeUnit(key(one), key(other)));
}

const byCodeUnit = (one: string, other: string) => Number(one > other) - Number(one < other);
