/** A kind of person the demonstration has an account for. */
export type DemoKind = 'candidate' | 'school-admin' | 'admissions-officer' | 'reviewer' | 'consortium-admin';

export interface DemoPerson {
  readonly kind: DemoKind;
  /** Slug of the school; null outside of schools. */
  readonly school: string | null;
  readonly email: string;
  readonly displayName: string;
}

/** One person of each kind: two candidates, three members for each school, one consortium administrator. */
export function demoPeople(schools: readonly { readonly slug: string; readonly shortName: string }[]): readonly DemoPerson[] {
  const candidates = ['Camille Roche', 'Noor Haddad'].map((displayName) => ({
    kind: 'candidate' as const,
    school: null,
    email: `${displayName.toLowerCase().replace(' ', '.')}@candidat.example`,
    displayName,
  }));
  const members = schools.flatMap(({ slug, shortName }) =>
    schoolKinds.map(({ kind, local, title }) => ({
      kind,
      school: slug,
      email: `${local}@${slug}.example`,
      displayName: `${title} (${shortName})`,
    })),
  );
  const consortium = {
    kind: 'consortium-admin' as const,
    school: null,
    email: 'admin@consortium.example',
    displayName: 'Consortium',
  };
  return [...candidates, ...members, consortium];
}

const schoolKinds = [
  { kind: 'school-admin', local: 'admin', title: 'Administration' },
  { kind: 'admissions-officer', local: 'admissions', title: 'Admissions' },
  { kind: 'reviewer', local: 'jury', title: 'Jury' },
] as const;
