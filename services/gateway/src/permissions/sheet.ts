import type { PermissionLines } from './permission.ts';
import { principalKinds } from './principal-kinds.ts';

/** The permission table as a page: one row a field, one column a kind of principal. */
export const permissionSheet = (lines: PermissionLines): string => {
  const head = ['Field', ...principalKinds];
  const rows = Object.keys(lines)
    .toSorted()
    .map((field) => [`\`${field}\``, ...principalKinds.map((kind) => mark(lines[field as keyof PermissionLines], kind))]);
  return [...preface, line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
};

const preface = [
  '# Who may touch which field',
  '',
  'Printed from the permission table. `all`: whoever reached the object. `yes`: this kind of principal. Empty: refused.',
  'A yes lets the request reach the resolver; which rows answer is decided by the database.',
  '',
];

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const mark = (permission: PermissionLines[keyof PermissionLines] | undefined, kind: (typeof principalKinds)[number]) => {
  if (permission === 'allow') return 'all';
  return permission?.has(kind) ? 'yes' : '';
};
