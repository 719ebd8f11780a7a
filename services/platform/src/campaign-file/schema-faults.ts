import { readFileSync } from 'node:fs';
import { slugRemedy } from '@guichet/domain/school/slug';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { pointerStep } from './json-places.ts';

/** A fault by the JSON pointer of the value concerned; the value may be absent. */
export interface PointedFault {
  readonly pointer: string;
  readonly message: string;
}

type SchemaPart = NonNullable<ErrorObject['parentSchema']>;

const schema = JSON.parse(readFileSync(new URL('../../../../schema/campaign.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, verbose: true, useDefaults: true, allowUnionTypes: true }).compile(schema);

/** Everything in which a value differs from the published schema; optional members left out are filled with their defaults. */
export function schemaFaults(value: unknown): readonly PointedFault[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({ pointer: pointerOf(error), message: remedyFor(error) }));
}

/** A value as a fault may quote it: one line, short, nothing that moves a terminal's cursor or turns its text. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`);
}

function pointerOf(error: ErrorObject): string {
  const { missingProperty, additionalProperty, i: repeatedItem } = error.params;
  const inner = missingProperty ?? additionalProperty ?? repeatedItem;
  return inner === undefined ? error.instancePath : error.instancePath + pointerStep(String(inner));
}

function remedyFor(error: ErrorObject): string {
  const remedy = remedies[error.keyword];
  return remedy === undefined ? (error.message ?? 'is refused') : remedy(error);
}

const remedies: Readonly<Record<string, (error: ErrorObject) => string>> = {
  required: ({ params, parentSchema }) => `is missing: add it. ${meaningOf(partOf(parentSchema, params['missingProperty']))}`,
  additionalProperties: ({ parentSchema }) =>
    `is not known here: remove it or correct its name; known are ${Object.keys(parentSchema?.['properties'] ?? {}).join(', ')}`,
  uniqueItems: ({ params, data }) =>
    `is ${quoted(Reflect.get(Object(data), params['i']))}, which the list already holds: leave it once`,
  const: ({ params, data }) => `is ${quoted(data)}: write ${quoted(params['allowedValue'])}`,
  enum: ({ params, data }) => `is ${quoted(data)}: write one of ${params['allowedValues'].join(', ')}`,
  pattern: (error) => (isSlug(error) ? `is ${quoted(error.data)}: ${slugRemedy(String(error.data))}` : expected(error)),
  type: expected,
  minimum: expected,
  maximum: expected,
  minLength: expected,
  maxLength: expected,
  maxItems: ({ params }) => `holds too many entries: at most ${params['limit']}`,
};

function expected({ data, parentSchema }: ErrorObject): string {
  return `is ${quoted(data)}. Expected: ${meaningOf(parentSchema)}`;
}

const isSlug = (error: ErrorObject) =>
  /\/(?:slug|code)$/.test(error.instancePath) || /\/notice\/specialisms\/\d+$/.test(error.instancePath);

/** The schema's own words; a reference leads to them. */
function meaningOf(part: SchemaPart | undefined): string {
  const name = part?.['$ref']?.replace('#/$defs/', '');
  return part?.['description'] ?? (name === undefined ? '' : (schema.$defs[name]?.description ?? ''));
}

const partOf = (parent: SchemaPart | undefined, member: string): SchemaPart | undefined => parent?.['properties']?.[member];
