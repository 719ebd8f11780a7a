import { type noticeRules, routes } from '@guichet/domain/notice/notice';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Digest } from '../scalars/digest.ts';
import { SchoolType } from '../school/school.type.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';
import { enumOf } from '../text/enum-of.ts';

export const RouteEnum = enumOf(routes);
registerEnumType(RouteEnum, {
  name: 'Route',
  description: 'A way into a school (voie d’admission).',
  valuesConfig: {
    ASTG3: { description: 'Common admission on qualifications after a first year of master’s (admission sur titres).' },
    ENTRANCE_EXAM: { description: 'Competitive entrance exam (concours).' },
    POST_SECONDARY: { description: 'Post-secondary pathway (parcours post-bac).' },
    APPLICATION_BASED: { description: 'Application-based selection of French and international students (sur dossier).' },
    INTERNATIONAL_SESSIONS: {
      description: 'Recruitment sessions for students of partner institutions (sessions internationales).',
    },
  },
});

// A campaign file writes the rule in small letters, and so does what is stored.
export const NoticeRuleEnum = { LEVEL: 'level', SPECIALISM: 'specialism', DEADLINE: 'deadline' } as const satisfies Readonly<
  Record<string, (typeof noticeRules)[number]>
>;
registerEnumType(NoticeRuleEnum, {
  name: 'NoticeRule',
  description: 'What an article of a notice is about.',
  valuesConfig: {
    LEVEL: { description: 'The level required (niveau).' },
    SPECIALISM: { description: 'The specialisms admitted (spécialité).' },
    DEADLINE: { description: 'The deadline (clôture).' },
  },
});

@ObjectType('SpecialismSeats', { description: 'Seats of one specialism within a route.', simpleResolvers: true })
export class SpecialismSeatsType {
  @Field(() => String, { description: 'Code of the specialism.' })
  readonly code!: string;

  @Field(() => Int, { description: 'Seats (places).' })
  readonly seats!: number;
}

@ObjectType('IntakeEntry', {
  description: 'Seats of one route in a school’s intake plan (plan de recrutement).',
  simpleResolvers: true,
})
export class IntakeEntryType {
  @Field(() => RouteEnum, { description: 'The route (voie).' })
  readonly route!: (typeof routes)[number];

  @Field(() => Int, { nullable: true, description: 'Seats by this route (places). Null when not published.' })
  readonly seats!: number | null;

  @Field(() => [SpecialismSeatsType], { nullable: true, description: 'The same seats by specialism. Null when not divided.' })
  readonly bySpecialism!: readonly SpecialismSeatsType[] | null;
}

@ObjectType('NoticeArticle', { description: 'One numbered article of a notice (article).', simpleResolvers: true })
export class NoticeArticleType {
  @Field(() => Int, { description: 'Its number.' })
  readonly article!: number;

  @Field(() => NoticeRuleEnum, { description: 'What it is about.' })
  readonly rule!: (typeof noticeRules)[number];
}

@ObjectType('Notice', {
  implements: NodeType,
  description: 'A school’s rules for a campaign; once frozen it binds (notice).',
  simpleResolvers: true,
})
export class NoticeType {
  readonly id!: string;

  @Field(() => SchoolType, { description: 'Whose rules these are.' })
  readonly school!: SchoolType;

  @Field(() => Int, { description: 'Its number, counted from 1.' })
  readonly version!: number;

  @Field(() => Digest, { description: 'SHA-256 of the rules as canonical JSON.' })
  readonly digest!: string;

  @Field(() => DateTime, { description: 'Since when it binds.' })
  readonly frozenAt!: Temporal.Instant;

  @Field(() => String, { description: 'Why this version was made.' })
  readonly reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Seats offered by this procedure (places offertes). Null when not published.',
  })
  readonly seats!: number | null;

  @Field(() => Int, { description: 'Credits (ECTS) that count as four years after the baccalauréat.' })
  readonly requiredEcts!: number;

  @Field(() => Int, { description: 'How many specialisms a candidate may name at this school, in order.' })
  readonly specialismsPerChoice!: number;

  @Field(() => [SpecialismType], { description: 'What the school admits to (spécialités), as of this version.' })
  readonly specialisms!: readonly SpecialismType[];

  @Field(() => [IntakeEntryType], { description: 'Seats per route (plan de recrutement).' })
  readonly intake!: readonly IntakeEntryType[];

  @Field(() => [NoticeArticleType], { description: 'The numbered articles that objections quote.' })
  readonly articles!: readonly NoticeArticleType[];
}
