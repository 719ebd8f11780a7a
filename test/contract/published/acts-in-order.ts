import type { ExampleOperation } from '@guichet/gateway/http/query-page/example-operations';

/** Whoever acts does it in this order, so that each act finds what it is about; what only reads may come at any time after the first act. */
const acts = `begin save-identity save-contact save-studies save-qualification save-answers save-arrangements
  choose-exam-centre choose-schools read-before-submitting submit my-dossier recall withdraw
  create-label label-candidacy change-label save-view change-view add-note edit-note views-and-labels notes-of-a-candidacy
  unlabel-candidacy label-several unlabel-several request-export exports cancel-export who-read-what delete-label delete-view remove-note
  open-a-dossier set-reader-profile readers foresee-an-act assign-readers assign-as-proposed take-an-act-back unassign-readers
  notice-in-preparation save-notice freeze-notice save-school
  create-campaign update-campaign create-school save-specialism set-members prepare-member open-campaign
  break-glass end-break-glass move-deadline archive-campaign create-api-key rotate-api-key revoke-api-key my-devices sign-a-device-out sign-other-devices-out set-functions remove-member accept-invitation`.split(
  /\s+/,
);

/** The examples of the contract, each after those it builds upon. */
export const inOrder = (examples: readonly ExampleOperation[]): readonly ExampleOperation[] =>
  examples.toSorted((one, other) => acts.indexOf(one.name) - acts.indexOf(other.name));
