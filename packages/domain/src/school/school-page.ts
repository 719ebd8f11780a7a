import { faultOfEmail } from '../account/email-address.ts';
import { faultOfText, type TextFault } from '../text/plain-text.ts';
import { faultsOfColour } from './colour-contrast.ts';

/** Whom to ask at a school (contact): a name, and a telephone number or an address. */
export interface AdmissionsContact {
  readonly name: string;
  readonly telephone: string | null;
  readonly email: string | null;
}

/** What a school says of itself; its name and slug are the consortium's. */
export interface SchoolPage {
  readonly shortName: string;
  readonly city: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly contact: AdmissionsContact | null;
}

/** Longest texts of a school's page, in code points. */
export const longestOfPage = { shortName: 30, city: 100, contactName: 120, telephone: 30 } as const;

/** Why a school's page is refused; `path` leads to the answer. */
export interface SchoolPageFault {
  readonly reason:
    | TextFault
    | 'BLANK'
    | 'COLOUR_NOT_VALID'
    | 'CONTRAST_TOO_LOW'
    | 'TELEPHONE_NOT_VALID'
    | 'EMAIL_NOT_VALID'
    | 'EMAIL_NOT_ASCII'
    | 'UNREACHABLE_CONTACT'
    | 'CONTACT_REQUIRED';
  readonly path: readonly string[];
  readonly max?: number;
  /** The nearest colour that can be read, and the ratio of the one refused. */
  readonly nearest?: string;
  readonly contrast?: number;
}

/** A school's page is sound when its texts are plain, its colour can be read (4.5:1) and its contact reached; one that takes dossiers keeps a contact (decided per consortium). */
export const faultsOfSchoolPage = (
  page: SchoolPage,
  { takesDossiers }: { readonly takesDossiers: boolean },
): SchoolPageFault[] => [
  ...faultOfLine(page.shortName, longestOfPage.shortName, ['shortName']),
  ...faultOfLine(page.city, longestOfPage.city, ['city']),
  ...faultsOfColour(page.colour, ['colour']),
  ...faultsOfContact(page.contact, takesDossiers),
];

function faultOfLine(text: string, max: number, path: readonly string[]): SchoolPageFault[] {
  const reason = faultOfText(text, { max, multiline: false }) ?? (text.trim() === '' ? 'BLANK' : null);
  if (reason === null) return [];
  return [reason === 'TEXT_TOO_LONG' ? { reason, path, max } : { reason, path }];
}

function faultsOfContact(contact: AdmissionsContact | null, takesDossiers: boolean): SchoolPageFault[] {
  if (contact === null) return takesDossiers ? [{ reason: 'CONTACT_REQUIRED', path: ['contact'] }] : [];
  const { name, telephone, email } = contact;
  const emailFault = email === null ? null : faultOfEmail(email);
  const isTelephone = telephone === null || /^\+?[0-9][0-9 .()-]{5,28}$/.test(telephone);
  return [
    ...faultOfLine(name, longestOfPage.contactName, ['contact', 'name']),
    ...(isTelephone ? [] : [{ reason: 'TELEPHONE_NOT_VALID', path: ['contact', 'telephone'] } as const]),
    ...(emailFault === null ? [] : [{ reason: emailFault, path: ['contact', 'email'] }]),
    ...(telephone === null && email === null ? [{ reason: 'UNREACHABLE_CONTACT', path: ['contact'] } as const] : []),
  ];
}
