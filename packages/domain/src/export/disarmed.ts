/** What a spreadsheet may take for the beginning of a formula, in full width too, behind apostrophes or not. */
const beginsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const isDisarmed = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet runs: one that could begin a formula gets an apostrophe before it (OWASP, CSV injection). */
export const disarmed = (text: string): string => (beginsFormula.test(text) ? `'${text}` : text);

/** The same text back: one apostrophe less where one was put; any other text stays as it is. */
export const rearmed = (text: string): string => (isDisarmed.test(text) ? text.slice(1) : text);
