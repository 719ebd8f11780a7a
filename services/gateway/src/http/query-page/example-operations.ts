import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A runnable example of the contract. */
export interface ExampleOperation {
  /** The folder it lies in: whom it is for. */
  readonly audience: string;
  readonly name: string;
  readonly query: string;
  readonly variables: string;
}

/** The examples under `schema/operations/<audience>/<name>.graphql`, each with its `.variables.json`; none where the folder is missing. */
export const exampleOperations = (folder: string): readonly ExampleOperation[] =>
  namesIn(folder)
    .filter((audience) => statSync(join(folder, audience)).isDirectory())
    .flatMap((audience) =>
      namesIn(join(folder, audience))
        .filter((file) => file.endsWith('.graphql'))
        .map((file) => exampleOf(folder, audience, file.replace(/\.graphql$/, ''))),
    );

const exampleOf = (folder: string, audience: string, name: string): ExampleOperation => ({
  audience,
  name,
  query: readFileSync(join(folder, audience, `${name}.graphql`), 'utf8'),
  variables: namesIn(join(folder, audience)).includes(`${name}.variables.json`)
    ? readFileSync(join(folder, audience, `${name}.variables.json`), 'utf8')
    : '{}',
});

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
};
