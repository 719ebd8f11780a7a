/** True when PostgreSQL can store the text as it is: no NUL, which it refuses, and no lone surrogate, which it silently replaces. */
export const isCleanText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
