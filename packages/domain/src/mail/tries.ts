/**
 * A mail's number of tries only grows, for a sender that wakes late knows by it whether the mail is still its own; each time the consortium
 * asks for a given-up mail again, the count goes on at the next thousand (issue 12, exactly once).
 */
export const triesOfAsking = 1000;

/** How often a mail was tried since it was last asked for, which is what bounds it and what is shown (issue 12, exactly once). */
export const triesSinceAsked = (tries: number): number => tries % triesOfAsking;
