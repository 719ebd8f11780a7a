import { textScalar } from './text-scalar.ts';

/** An absolute http or https address without credentials. */
export const WebAddress = textScalar({
  name: 'URL',
  description: 'An absolute address, http or https (adresse web).',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  read: (text) => (text.length <= 2048 && isWebAddress(URL.parse(text)) ? text : null),
});

const isWebAddress = (url: URL | null): boolean =>
  url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
