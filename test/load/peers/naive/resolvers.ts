import { Application as ApplicationRow } from '@guichet/database/application/application.table';
import { Filing, Withdrawal } from '@guichet/database/application/choice.table';
import { Candidacy as CandidacyRow } from '@guichet/database/candidacy/candidacy.table';
import { Candidate } from '@guichet/database/candidate/candidate.table';
import { School as SchoolRow } from '@guichet/database/school/school.table';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placeOf } from '../same/page.sql.ts';
import type { Asking } from './asking.ts';
import { submitWithUnitOfWork } from './submit.ts';
import { Application, Candidacy, CandidacyConnection, Submitted } from './types.ts';

type Row = Record<string, never> & { id: string; receivedAt: Temporal.Instant };

@Resolver(() => Candidacy)
export class CandidacyResolver {
  @Query(() => CandidacyConnection, { nullable: true })
  async candidacies(
    @Arg('campaign', () => ID) campaignId: string,
    @Arg('state', () => String) state: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { em, who }: Asking,
  ) {
    const [at, id] = placeOf(after);
    const beyond = after == null ? {} : { $or: [{ receivedAt: { $gt: at } }, { receivedAt: at, id: { $gt: id } }] };
    const found = (await em.find(CandidacyRow, { schoolId: who.school, campaignId, state, ...beyond } as never, {
      orderBy: { receivedAt: 'asc', id: 'asc' } as never,
      limit: first + 1,
    })) as unknown as Row[];
    const edges = found.slice(0, first).map((node) => ({ cursor: `${node.receivedAt}|${node.id}`, node }));
    return { edges, pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @FieldResolver()
  receivedAt(@Root() { receivedAt }: Candidacy) {
    return receivedAt.toString();
  }
  @FieldResolver()
  async isUnopened(@Root() { id }: Candidacy, @Ctx() { openings }: Asking) {
    return (await openings.load(id)).length === 0;
  }
  @FieldResolver()
  async openedAt(@Root() { id }: Candidacy, @Ctx() { openings, who }: Asking) {
    return (await openings.load(id)).find(({ readerId }) => readerId === who.account)?.at?.toString() ?? null;
  }
  @FieldResolver()
  async lastName(@Root() { id }: Candidacy, @Ctx() { identities }: Asking) {
    return (await identities.load(id))[0]?.lastName;
  }
  @FieldResolver()
  async firstNames(@Root() { id }: Candidacy, @Ctx() { identities }: Asking) {
    return (await identities.load(id))[0]?.firstNames;
  }
  @FieldResolver()
  specialisms(@Root() { id }: Candidacy, @Ctx() { specialisms }: Asking) {
    return specialisms.load(id);
  }
  @FieldResolver()
  labels(@Root() { id }: Candidacy, @Ctx() { labels }: Asking) {
    return labels.load(id);
  }
  @FieldResolver()
  async notes(@Root() { id }: Candidacy, @Ctx() { notes }: Asking) {
    return (await notes.load(id)).slice(0, 2);
  }
}

interface Chosen {
  readonly schoolId: string;
  readonly preferenceRank: number;
}

@Resolver(() => Application)
export class ApplicationResolver {
  @Query(() => Application, { nullable: true })
  async application(@Arg('campaign', () => ID) campaignId: string, @Ctx() { em, who }: Asking) {
    const row = (await em.findOne(ApplicationRow, { candidateId: who.candidate, campaignId } as never)) as unknown as object;
    const person = (await em.findOne(Candidate, { id: who.candidate } as never)) as unknown as { identity: object };
    return { ...row, ...person.identity };
  }

  @FieldResolver()
  async choices(@Root() { choices }: { choices: readonly (Chosen | { readonly school: object })[] }, @Ctx() { em, who }: Asking) {
    if (choices.some((choice) => 'school' in choice)) return choices;
    const chosen = (choices as Chosen[]).toSorted((a, b) => a.preferenceRank - b.preferenceRank);
    const of = { candidateId: who.candidate } as never;
    const filings = (await em.find(Filing, of)) as unknown as { schoolId: string; candidacyId: string }[];
    const withdrawn = new Set(
      ((await em.find(Withdrawal, of)) as unknown as { candidacyId: string }[]).map((row) => row.candidacyId),
    );
    const schools = (await em.find(SchoolRow, { id: { $in: chosen.map(({ schoolId }) => schoolId) } } as never)) as unknown as {
      id: string;
    }[];
    return chosen.map(({ schoolId }) => ({
      state: withdrawn.has(filings.find((filing) => filing.schoolId === schoolId)?.candidacyId ?? '')
        ? 'WITHDRAWN'
        : 'UNDER_CONSIDERATION',
      school: schools.find(({ id }) => id === schoolId),
    }));
  }

  @Mutation(() => Submitted, { nullable: true })
  submit(
    @Arg('applicationId', () => ID) applicationId: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('idempotencyKey', () => ID) idempotencyKey: string,
    @Arg('statementDigest', () => String) statementDigest: string,
    @Ctx() asking: Asking,
  ) {
    return submitWithUnitOfWork(asking, { applicationId, expectedVersion, idempotencyKey, statementDigest });
  }
}
