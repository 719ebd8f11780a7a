// Test files import '@jest/globals'; here that is the few words they use, and nothing runs by itself.
import { registerHooks } from 'node:module';

const words = new URL('test-words.mjs', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: words, shortCircuit: true } : next(specifier, context),
});
