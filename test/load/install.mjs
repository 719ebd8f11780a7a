import { install } from '../runner/outside-packages.mjs';

/** The peers are fetched by the first bench; nothing else of the project needs them. */
const { ended, output } = await install('test/load');
if (!ended) {
  console.error(output);
  process.exit(1);
}
