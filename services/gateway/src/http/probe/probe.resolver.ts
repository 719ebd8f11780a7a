import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../connection/connection.type.ts';
import { digestOf, isTextKey, positionOf } from '../../connection/keyset.ts';
import { encodeId, readId } from '../../connection/node-id.ts';
import { connectionFrom, rowsToRead } from '../../connection/page.ts';
import { PageArguments, pageWindow } from '../../connection/page-arguments.ts';
import { notFound } from '../../errors/refused.ts';
import { DateTime } from '../../scalars/date-time.ts';
import { ChangeProbeInput, Failure, type failures, PageInput, Probe, ProbeConnection } from './probe.type.ts';
import type { ProbeContext } from './probe-context.ts';
import { fail } from './probe-failure.ts';

const uuidOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Probe number so and so; the same one each time. */
const probeOf = (number: number): Probe => {
  const probe = {
    id: encodeId('Probe', uuidOf(number)),
    name: `probe ${number}`,
    madeAt: Temporal.Instant.fromEpochMilliseconds(number),
  };
  return Object.assign(probe, { itself: probe as Probe }) as Probe;
};

const rows = Array.from({ length: 250 }, (_, at) => ({
  number: at,
  position: { key: String(at).padStart(5, '0'), id: uuidOf(at) },
}));

/** Stands for the type `Query` itself, which a resolver class cannot name. */
@ObjectType('Self', { description: 'The way back to the root, for documents that run in circles.' })
export class Self {
  readonly isSelf!: boolean;
}

@Resolver(() => Self)
export class ProbeResolver {
  @Query(() => Self, { description: 'Becomes `Query!` in the probe schema.' })
  self(): Self {
    return { isSelf: true };
  }

  @Query(() => String, { description: 'Open to all.' })
  hello(@Arg('to', () => String, { nullable: true, description: 'Whom to greet. Null: the world.' }) to: string | null): string {
    return `hello ${to ?? 'world'}`;
  }

  @Query(() => ProbeConnection, { description: 'Two hundred and fifty probes.' })
  probes(@Args(() => PageArguments) given: PageArguments): Connection<Probe> {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'probes', order: 'NUMBER', filter: null });
    const from = positionOf(page, digest, isTextKey);
    const beyond = rows.filter(({ position }) => from === null || isBeyond(position.key, from.key ?? '', page.isBackward));
    const read = (page.isBackward ? beyond.toReversed() : beyond).slice(0, rowsToRead(page));
    return connectionFrom(read, { page, digest, positionOf: (row) => row.position, nodeOf: (row) => probeOf(row.number) });
  }

  @Query(() => Int, { description: 'As many as asked for, in an input object.' })
  counted(@Arg('page', () => PageInput, { description: 'The page.' }) page: PageInput): number {
    return page.first ?? 0;
  }

  @Query(() => [Probe], { nullable: 'items', description: 'Probes by id; null for one that does not exist.' })
  nodes(@Arg('ids', () => [ID], { description: 'At most a hundred.' }) ids: string[]): (Probe | null)[] {
    return ids.map((id) => (readId(id)?.type === 'Probe' ? probeOf(1) : null));
  }

  @Query(() => Probe, { nullable: true, description: 'One probe. Null with `NOT_FOUND` when absent.' })
  probe(@Arg('id', () => ID, { description: 'Its id.' }) id: string): Probe {
    if (readId(id)?.type !== 'Probe') throw notFound();
    return probeOf(1);
  }

  @Query(() => DateTime, { description: 'Echo of an instant, and of a number.' })
  instant(
    @Arg('at', () => DateTime, { description: 'An instant.' }) at: Temporal.Instant,
    @Arg('number', () => Int, { nullable: true, description: 'A number. Null: none.' }) _number?: number | null,
  ): Temporal.Instant {
    return at;
  }

  @Query(() => String, { nullable: true, description: 'Fails as asked. Null when it fails.' })
  failing(@Arg('how', () => Failure, { description: 'How.' }) how: (typeof failures)[number]): Promise<string> {
    return fail(how);
  }

  @Query(() => String, { nullable: true, description: 'The consortium’s. Null when refused.' })
  secret(): string {
    return 'secret';
  }

  @Query(() => String, { nullable: true, description: 'The queue’s. Null when refused.' })
  queue(): string {
    return 'queue';
  }

  @Query(() => String, { nullable: true, description: 'A person’s. Null when refused.' })
  account(): string {
    return 'account';
  }

  @Mutation(() => Probe, { nullable: true, description: 'Changes a probe. Null when refused.' })
  async changeProbe(
    @Arg('input', () => ChangeProbeInput, { description: 'The change.' }) input: ChangeProbeInput,
    @Ctx() context: ProbeContext,
  ): Promise<Probe> {
    await context.write(input.name);
    if (input.failure != null) await fail(input.failure);
    return { ...probeOf(1), name: input.name };
  }

  @Mutation(() => Probe, { nullable: true, description: 'The consortium’s. Null when refused.' })
  async openProbe(@Ctx() context: ProbeContext): Promise<Probe> {
    await context.write('opened');
    return probeOf(1);
  }

  @FieldResolver(() => Boolean, { description: 'Always true.' })
  isSelf(@Root() self: Self): boolean {
    return self.isSelf;
  }
}

const isBeyond = (key: string, from: string, isBackward: boolean) => (isBackward ? key < from : key > from);
