/**
 * A sentence in the typography of its language: in French a space before `: ; ! ? »` and after `«` does not break a line. A space is
 * never put in, so that addresses and times stay as they are.
 */
export const typography = (sentence: string, language: string): string =>
  language === 'fr' ? sentence.replaceAll(/ (?=[:;!?»])|(?<=«) /g, '\u00a0') : sentence;
