/** One of the hottest fields that take an id, asked by an officer of the first school. */
export interface Hot {
  readonly name: string;
  readonly document: string;
  /** Whose id it takes. */
  readonly type: 'Candidacy' | 'Dossier' | 'Note' | 'Label' | 'View' | 'ExportJob' | 'AuditEntry';
}

const node = (type: Hot['type']): Hot => ({
  name: `node of a ${type}`,
  document: 'query ($id: ID!) { node(id: $id) { __typename id } }',
  type,
});

const key = 'idempotencyKey: $key';

/** Reads and acts by an id that is another school's or nobody's; each is answered as if there were nothing. */
export const hottest: readonly Hot[] = [
  node('Candidacy'),
  node('Dossier'),
  node('Note'),
  node('Label'),
  node('View'),
  node('ExportJob'),
  node('AuditEntry'),
  { name: 'nodes', document: 'query ($id: ID!) { nodes(ids: [$id]) { __typename id } }', type: 'Candidacy' },
  {
    name: 'neighbours',
    document: 'query ($id: ID!) { desk { neighbours(candidacyId: $id) { next { id } } } }',
    type: 'Candidacy',
  },
  {
    name: 'openCandidacy',
    document: `mutation ($id: ID!, $key: String!) { openCandidacy(input: { candidacyId: $id, ${key} }) { candidacy { id } } }`,
    type: 'Candidacy',
  },
  {
    name: 'addNote',
    document: `mutation ($id: ID!, $key: String!) { addNote(input: { candidacyId: $id, text: "x", ${key} }) { note { id } } }`,
    type: 'Candidacy',
  },
  {
    name: 'editNote',
    document: `mutation ($id: ID!, $key: String!) { editNote(input: { noteId: $id, expectedVersion: 1, text: "x", ${key} }) { note { id } } }`,
    type: 'Note',
  },
];
