import { AsyncResource } from 'node:async_hooks';
import DataLoader from 'dataloader';

/** More would wake so many requests in one moment that what they hold grows old together. */
const mostTogether = 16;
/** One that hangs holds up nobody but those who came with it. */
const mostUnderWay = 2;

/**
 * A look-up that those who wait share: a token is looked up at once where few look-ups are under way, and with others that came meanwhile
 * where one has to be waited for. Nothing is kept: each is looked up after it was asked for. See decision 0045.
 */
export function lookedUpTogether<Found>(
  readAll: (tokens: readonly string[]) => Promise<ReadonlyMap<string, Found>>,
): (token: string) => Promise<Found | null> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  const sendNext = () => {
    const send = waiting.shift();
    if (send === undefined) underWay -= 1;
    else send();
  };
  const loader = new DataLoader<string, Found | null>(
    async (tokens) => {
      try {
        const found = await readAll([...new Set(tokens)]);
        return tokens.map((token) => found.get(token) ?? null);
      } finally {
        sendNext();
      }
    },
    {
      cache: false,
      maxBatchSize: mostTogether,
      // Called before the first token is in its batch, hence sent a turn of the loop later: whoever is read from the network in this one comes along.
      batchScheduleFn: (sendBatch) => {
        // Traced where the first of a batch asked, not where the one before it was answered.
        if (underWay >= mostUnderWay) waiting.push(AsyncResource.bind(sendBatch));
        else {
          underWay += 1;
          setImmediate(sendBatch);
        }
      },
    },
  );
  return (token) => loader.load(token);
}
