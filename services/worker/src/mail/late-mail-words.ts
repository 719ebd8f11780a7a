import type { MailLocale } from '@guichet/database/account/auth-mail';

/** What a mail says of a link that ran out before the mail could leave: where another is asked for, in place of one that opens nothing. */
export const lateMailWords: Readonly<Record<MailLocale, { readonly paragraph: string; readonly act: string }>> = {
  fr: {
    paragraph:
      'Ce message part avec retard, et le lien qu’il devait contenir n’est plus valable. Demandez-en un nouveau, à moins que vous ne l’ayez déjà fait.',
    act: 'Demander un nouveau lien',
  },
  en: {
    paragraph:
      'This message was delayed, and the link that it was to carry has run out. Ask for a new one, unless you already have.',
    act: 'Ask for a new link',
  },
};
