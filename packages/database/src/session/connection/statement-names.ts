/** A name for a statement under a role; none for one that is not worth keeping. */
export type StatementNames = (role: string, text: string) => string | undefined;

const mostNames = 250;
const mostTexts = 2000;

/** Names of this process: a connection that reads and writes in turn knows one statement by one name. */
export const nameOf: StatementNames = statementNames();

/**
 * A statement asked for again is kept by each connection, analysed and planned once. Names are by role: one name under alternating
 * roles is analysed anew each time. Bounded, for every connection keeps every plan; what comes later stays unnamed.
 */
function statementNames(): StatementNames {
  const byRole = new Map<string, Map<string, string | null>>();
  let [names, texts] = [0, 0];
  return (role, text) => {
    const known = byRole.get(role) ?? new Map<string, string | null>();
    byRole.set(role, known);
    const name = known.get(text);
    if (typeof name === 'string') return name;
    if (name === undefined && texts < mostTexts) {
      known.set(text, null);
      texts += 1;
    }
    if (name === undefined || names >= mostNames) return undefined;
    names += 1;
    known.set(text, `s${names}`);
    return `s${names}`;
  };
}
