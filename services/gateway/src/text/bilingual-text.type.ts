import { Field, ObjectType } from 'type-graphql';
import { allow, fieldsOf } from '../permissions/permission.ts';

@ObjectType('BilingualText', { description: 'A text in both languages of the procedure.', simpleResolvers: true })
export class BilingualTextType {
  @Field(() => String, { description: 'French.' })
  readonly fr!: string;

  @Field(() => String, { nullable: true, description: 'English. Null when it was written in French only.' })
  readonly en!: string | null;
}

export const bilingualTextPermissions = fieldsOf('BilingualText', allow, ['fr', 'en']);
