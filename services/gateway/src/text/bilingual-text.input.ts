import { IsOptional, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

// Beyond any rule: what is longer is no name at all. Rules tell shorter limits in words.
const longest = 1000;

@InputType({ description: 'A text in both languages of the procedure.' })
export class BilingualTextInput {
  @Field(() => String, { description: 'French.' })
  @MaxLength(longest)
  readonly fr!: string;

  @Field(() => String, { nullable: true, description: 'English. Null when written in French only.' })
  @IsOptional()
  @MaxLength(longest)
  readonly en?: string | null;
}

/** As rules take it: absent English is none. */
export const bilingual = ({ fr, en }: BilingualTextInput): { readonly fr: string; readonly en: string | null } => ({
  fr,
  en: en ?? null,
});
