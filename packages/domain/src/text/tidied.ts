import { normalText } from './plain-text.ts';

/** Answers as they are stored: texts in their stored form (`normalText`), a text left blank as not given; the rest as it is. */
export const tidied = <Answers extends object>(answers: Answers): { readonly [Name in keyof Answers]: Answers[Name] | null } =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, typeof answer === 'string' ? normalText(answer) || null : answer]),
  ) as { readonly [Name in keyof Answers]: Answers[Name] | null };
