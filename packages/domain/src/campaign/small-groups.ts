const smallestDisclosed = 5;

/**
 * A count of people is disclosed from five upwards (measure of statistical secrecy, in people); below it is null. Zero is null too:
 * were it shown, null would say that somebody is there.
 */
export const disclosed = (count: number): number | null => (count >= smallestDisclosed ? count : null);
