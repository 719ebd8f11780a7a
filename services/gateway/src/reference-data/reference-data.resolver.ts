import { readCountries, readMentions } from '@guichet/database/reference-data/nomenclature.read';
import { readSpecialisms } from '@guichet/database/reference-data/specialism.read';
import { readSchools } from '@guichet/database/school/school.read';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../principal/request-context.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SchoolType } from '../school/school.type.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';
import { CountryType, MentionType } from './reference-data.type.ts';

@Resolver()
export class ReferenceDataResolver {
  @Query(() => [MentionType], { description: 'The national mentions of master, by domain and name (mentions).' })
  async mentions(@Ctx() context: Context) {
    return readMentions((await context.reading()).db);
  }

  @Query(() => [CountryType], { description: 'Countries, by their French names (pays).' })
  async countries(@Ctx() context: Context) {
    return readCountries((await context.reading()).db);
  }

  @Query(() => [SpecialismType], { description: 'The specialisms the consortium’s schools share, by code (spécialités).' })
  async specialisms(@Ctx() context: Context) {
    return readSpecialisms((await context.reading()).db, 'ALL');
  }

  @Query(() => SchoolType, { nullable: true, description: 'One school. Null when there is none of that name.' })
  async school(@Arg('slug', () => String, { description: 'Its short name.' }) slug: string, @Ctx() context: Context) {
    const [row] = await readSchools((await context.reading()).db, { slug });
    return row ?? null;
  }

  @Query(() => DateTime, { description: 'The clock that decides deadlines (heure du serveur).' })
  async serverTime(@Ctx() context: Context) {
    return (await context.work()).asOf;
  }
}
