import { previewAdmissibility, type SchoolPreview } from '@guichet/admissions/admissibility/preview-admissibility';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { specialismById } from '../specialism/specialism.loaders.ts';
import { type ObjectionType, objectionInWords } from './objection.type.ts';
import { PreviewAdmissibilityInput, SchoolPreviewType } from './preview.type.ts';

/** The campaign says in which zone its dates are told. */
interface PreviewSource extends SchoolPreview {
  readonly campaignId: string;
}

@Resolver(() => SchoolPreviewType)
export class PreviewResolver {
  @Query(() => [SchoolPreviewType], { description: 'Would I be admissible? Nothing is stored (serais-je recevable ?).' })
  async previewAdmissibility(
    @Arg('input', () => PreviewAdmissibilityInput, { description: 'What you tell of yourself.' })
    input: PreviewAdmissibilityInput,
    @Ctx() context: Context,
  ): Promise<PreviewSource[]> {
    const campaignId = requiredId('Campaign', input.campaignId);
    const studies = input.studies.map(({ level, status, year, ects }) => ({ level, status, year, ects: ects ?? null }));
    const { mentionCode = null, title = null, isPartnerStudent } = input;
    const told = { campaignId, studies, mentionCode, title, isPartnerStudent: isPartnerStudent === true };
    return (await previewAdmissibility(await context.work(), told)).map((preview) => ({ ...preview, campaignId }));
  }

  @FieldResolver({ description: 'The school.' })
  school(@Root() { member }: PreviewSource, @Ctx() context: Context) {
    return schoolById(context).load(member.schoolId);
  }

  @FieldResolver({ description: 'Version of the notice that answers.' })
  noticeVersion(@Root() { member }: PreviewSource): number {
    return member.notice.number;
  }

  @FieldResolver({ description: 'Empty when admissible.' })
  async objections(@Root() { objections, member, campaignId }: PreviewSource, @Ctx() context: Context): Promise<ObjectionType[]> {
    const { calendar } = await campaignById(context).load(campaignId);
    const wording = { locale: context.locale, zone: calendar[0]?.zone ?? 'UTC' };
    return objections.map((objection) => objectionInWords(objection, member.notice, wording));
  }

  @FieldResolver({ description: 'Specialisms that admit the mention told; none for a foreign or free title.' })
  specialisms(@Root() { specialismIds }: PreviewSource, @Ctx() context: Context) {
    return Promise.all(specialismIds.map((id) => specialismById(context).load(id)));
  }
}
