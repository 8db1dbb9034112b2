import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { z } from 'zod'

/** As much of JSON Schema as our routes use; https://json-schema.org/draft/2020-12. */
export interface JsonSchema {
  readonly $ref?: string | undefined
  readonly type?: string | readonly string[] | undefined
  readonly format?: string | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly const?: unknown
  readonly items?: JsonSchema | undefined
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined
  readonly required?: readonly string[] | undefined
  readonly allOf?: readonly JsonSchema[] | undefined
  readonly anyOf?: readonly JsonSchema[] | undefined
  readonly oneOf?: readonly JsonSchema[] | undefined
  readonly description?: string | undefined
}

export const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    items: jsonSchema.optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    allOf: z.array(jsonSchema).optional(),
    anyOf: z.array(jsonSchema).optional(),
    oneOf: z.array(jsonSchema).optional(),
    description: z.string().optional(),
  }),
)

type Nodes = readonly ElementContent[]

/** A type in a line, or its fields as a list; what has a name is a link to it. */
export function schemaNodes(schema: JsonSchema): Nodes {
  const either = schema.anyOf ?? schema.oneOf
  if (schema.$ref !== undefined) return [reference(schema.$ref)]
  if (either !== undefined) return joined(either, ' or ')
  if (schema.allOf !== undefined) return joined(schema.allOf.filter(hasMeaning), ' and ')
  if (schema.properties !== undefined) return [fields(schema, schema.properties)]
  if (schema.items !== undefined) return [h('span', 'list of '), ...schemaNodes(schema.items)]
  return [h('code', words(schema))]
}

/** What stands beside a named type says only that it may be null. */
function hasMeaning({ $ref, properties, anyOf, enum: values }: JsonSchema): boolean {
  return [$ref, properties, anyOf, values].some(each => each !== undefined)
}

function reference(ref: string): ElementContent {
  const name = ref.split('/').at(-1) ?? ''
  return h('a', { href: `#${name}` }, name)
}

function joined(schemas: readonly JsonSchema[], word: string): Nodes {
  return schemas.flatMap((each, index) => [...(index === 0 ? [] : [h('span', word)]), ...schemaNodes(each)])
}

function fields({ required = [] }: JsonSchema, properties: Readonly<Record<string, JsonSchema>>): ElementContent {
  const rows = Object.entries(properties).map(([name, each]) =>
    h('li', [
      h('code', required.includes(name) ? name : `${name}?`),
      h('span', ' '),
      ...schemaNodes(each),
      ...(each.description === undefined ? [] : [h('span', { className: 'note' }, ` ${each.description}`)]),
    ]),
  )
  return h('ul', rows)
}

function words({ type, format, enum: values, const: only }: JsonSchema): string {
  if (values !== undefined) return values.map(each => JSON.stringify(each)).join(' | ')
  if (only !== undefined) return JSON.stringify(only)
  const name = typeof type === 'string' ? type : (type?.join(' | ') ?? 'anything')
  return format === undefined ? name : `${name} (${format})`
}
