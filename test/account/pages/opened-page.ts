import { setImmediate as turn } from 'node:timers/promises';
import { createContext, runInContext } from 'node:vm';

/** An element of a page, as far as its script asks for it. */
interface Part {
  readonly name: string;
  readonly id: string;
  readonly dataset: Record<string, string>;
  readonly above: Part | null;
  hidden: boolean;
  textContent: string;
  className: string;
  disabled: boolean;
  type: string;
  focus(): void;
  reset(): void;
  querySelector(selector: string): Part | { readonly value: string } | null;
  /** Its buttons that show a password; its fields, which are marked where they are at fault, are not looked at here. */
  querySelectorAll(selector: string): readonly Part[];
  closest(): Part | null;
}

/** What stands in the field of the address, whichever page it is. */
export const typedAddress = 'marie@example.fr';

/** A page of the accounts with its script at work, without a browser. */
export interface OpenedPage {
  /** Presses the button of the form of this route. */
  press(route: string): Promise<void>;
  /** Presses the button that shows what was typed into a field; answers what it says from then on. */
  reveal(field: string): string;
  /** Whether what is typed into a field can be read. */
  isReadable(field: string): boolean;
  /** Routes of the forms a person sees. */
  shown(): readonly string[];
  told(): string;
  /** The page's title, as a browser shows it. */
  title(): string;
  /** Whether a way on that shows itself after the act is seen. */
  leadsOn(): boolean;
  /** Follows another link of the same page; answers how often the page was loaded anew. */
  follow(): number;
}

/** Opens a page at a fragment; `answers` stands for the routes. */
export function openedPage(html: string, hash: string, answers: (route: string) => object): OpenedPage {
  const parts = partsOf(html);
  const forms = parts.filter(({ name }) => name === 'form');
  const byId = (id: string) => parts.find((part) => part.id === id) ?? null;
  const all = (selector: string) => parts.filter(matching(selector));
  const heard = new Map<string, (event: { target: Part; preventDefault(): void }) => void>();
  let loads = 0;
  let onHash: () => void = () => {};
  const document = {
    title: /<title>([^<]*)/.exec(html)?.[1] ?? '',
    documentElement: { lang: 'en' },
    getElementById: (id: string) => (id === 'words' ? { textContent: wordsOf(html) } : byId(id)),
    querySelectorAll: all,
    querySelector: (selector: string) => all(selector)[0] ?? null,
    addEventListener: (kind: string, listener: (event: { target: Part; preventDefault(): void }) => void) =>
      heard.set(kind, listener),
  };
  const context = createContext({
    location: { hash, assign: () => {}, reload: () => (loads += 1) },
    addEventListener: (_: string, listener: typeof onHash) => (onHash = listener),
    document,
    HTMLFormElement: Object,
    FormData: class {
      *[Symbol.iterator]() {}
    },
    fetch: async (route: string) => {
      const answer = answers(route);
      return { ok: !('code' in answer), json: async () => answer };
    },
  });
  runInContext(/<script nonce="[^"]+">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '', context);
  return {
    async press(route) {
      const target = forms.find(({ dataset }) => dataset['route'] === route);
      if (!target) throw new Error(`No form of ${route}`);
      heard.get('submit')?.({ target, preventDefault: () => {} });
      for (let turns = 0; turns < 10; turns++) await turn();
    },
    reveal(field) {
      const button = parts.find(({ dataset }) => dataset['reveals'] === field);
      if (!button) throw new Error(`Nothing shows ${field}`);
      heard.get('click')?.({ target: { ...button, closest: () => button }, preventDefault: () => {} });
      return button.textContent;
    },
    isReadable: (field) => byId(field)?.type === 'text',
    shown: () => forms.filter(isSeen).map(({ dataset }) => dataset['route'] ?? ''),
    told: () => byId('told')?.textContent ?? '',
    title: () => document.title,
    leadsOn: () => all('[data-after]').some(isSeen),
    follow: () => {
      onHash();
      return loads;
    },
  };
}

const wordsOf = (html: string) => /id="words"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}';

const isSeen = (part: Part): boolean => !part.hidden && (part.above === null || isSeen(part.above));

/** `[data-name]` and `[data-name="value"]`; the script asks for nothing else that is looked at here. */
function matching(selector: string): (part: Part) => boolean {
  const [, name = '', value] = /^\[data-(\w+)(?:="(\w+)")?\]$/.exec(selector) ?? [];
  return ({ dataset }) => name in dataset && (value === undefined || dataset[name] === value);
}

function partsOf(html: string): readonly Part[] {
  const parts: Part[] = [];
  let above: Part | null = null;
  for (const [, isEnd, name = '', attributes = ''] of html.matchAll(/<(\/?)(div|form|p|button|input|strong)\b([^>]*)>/g)) {
    if (isEnd) {
      above = closed(above, name);
      continue;
    }
    const part = partOf(name, attributes, { above, below: (of) => parts.filter((each) => isWithin(each, of)) });
    parts.push(part);
    if (name !== 'input') above = part;
  }
  return parts;
}

const isWithin = ({ above }: Part, of: Part): boolean => above !== null && (above === of || isWithin(above, of));

/** Where one is once the nearest open part of this name has ended. */
const closed = (open: Part | null, name: string): Part | null =>
  open === null || open.name === name ? (open?.above ?? null) : closed(open.above, name);

type Below = (part: Part) => readonly Part[];

function partOf(
  name: string,
  attributes: string,
  { above, below }: { readonly above: Part | null; readonly below: Below },
): Part {
  const dataset = Object.fromEntries(
    [...attributes.matchAll(/data-(\w+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const part: Part = {
    name,
    id: / id="([^"]+)"/.exec(attributes)?.[1] ?? '',
    dataset,
    above,
    hidden: / hidden\b/.test(attributes),
    textContent: '',
    className: '',
    disabled: false,
    type: / type="(\w+)"/.exec(attributes)?.[1] ?? '',
    focus: () => {},
    reset: () => {},
    querySelector: (selector) => (selector === '[name=email]' ? { value: typedAddress } : part),
    querySelectorAll: (selector) =>
      selector === '[data-reveals]' ? below(part).filter((each) => 'reveals' in each.dataset) : [],
    closest: () => (above === null || 'needs' in above.dataset ? above : above.closest()),
  };
  return part;
}
