import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { z } from 'zod'
import { jsonSchema, schemaNodes } from './schema-node.ts'

const content = z.record(z.string(), z.object({ schema: jsonSchema.optional() })).optional()
const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: jsonSchema.optional(),
})
const operation = z.object({
  summary: z.string().default(''),
  description: z.string().optional(),
  tags: z.array(z.string()).default([]),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().default(''), content })).default({}),
})
const documentSchema = z.object({
  info: z.object({ title: z.string(), description: z.string().default('') }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), jsonSchema).default({}) }),
})

type Operation = z.infer<typeof operation>
interface Entry extends Operation {
  readonly method: string
  readonly path: string
}

/** The documentation as one page that needs no script and fetches only its style sheet, from here. */
export function drawDocs(given: unknown): string {
  const { info, paths, components } = documentSchema.parse(given)
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({ ...each, method: method.toUpperCase(), path })),
  )
  const tags = [...new Set(entries.flatMap(each => each.tags))]
  const main = h('main', [
    h('h1', info.title),
    h('p', info.description),
    h('p', [h('a', { href: '/api/openapi.json' }, 'openapi.json'), h('span', ' is the same for programs.')]),
    h(
      'nav',
      { ariaLabel: 'Nouns' },
      tags.map(tag => h('a', { href: `#of-${tag}` }, tag)),
    ),
    ...tags.map(tag =>
      group(
        tag,
        entries.filter(each => each.tags.includes(tag)),
      ),
    ),
    h('h2', 'What they speak of'),
    ...Object.entries(components.schemas).map(([name, schema]) =>
      h('section', { id: name }, [h('h3', name), ...note(schema.description), ...schemaNodes(schema)]),
    ),
  ])
  return toHtml(page(info.title, main))
}

function page(title: string, main: Element): Root {
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', title),
    h('link', { rel: 'icon', href: '/icon.svg' }),
    h('link', { rel: 'stylesheet', href: '/api/docs.css' }),
  ])
  return { type: 'root', children: [{ type: 'doctype' }, h('html', { lang: 'en' }, [head, h('body', main)])] }
}

function group(tag: string, entries: readonly Entry[]): Element {
  return h('section', { id: `of-${tag}` }, [h('h2', tag), ...entries.map(entryNode)])
}

function entryNode(entry: Entry): Element {
  const request = entry.requestBody?.content?.['application/json']?.schema
  return h('details', [
    h('summary', [
      h('code', { className: 'method' }, entry.method),
      h('code', entry.path),
      h('span', ` ${entry.summary}`),
    ]),
    ...note(entry.description),
    ...titled('In the address', entry.parameters.map(parameterNode)),
    ...titled('JSON', request === undefined ? [] : [h('div', [...schemaNodes(request)])]),
    ...titled(
      'Answers',
      Object.entries(entry.responses).map(([status, each]) => replyNode(status, each)),
    ),
  ])
}

function parameterNode({ name, required, schema, description }: z.infer<typeof parameter>): Element {
  const nodes = schema === undefined ? [] : schemaNodes(schema)
  return h('p', [
    h('code', required === true ? name : `${name}?`),
    h('span', ' '),
    ...nodes,
    ...note(description ?? schema?.description, 'span'),
  ])
}

function replyNode(status: string, { description, content: given }: Operation['responses'][string]): Element {
  const schema = given?.['application/json']?.schema
  return h('div', [
    h('p', [h('code', status), h('span', ` ${description}`)]),
    ...(schema === undefined ? [] : schemaNodes(schema)),
  ])
}

function titled(title: string, nodes: readonly ElementContent[]): readonly ElementContent[] {
  return nodes.length === 0 ? [] : [h('h4', title), ...nodes]
}

function note(text: string | undefined, element: 'p' | 'span' = 'p'): readonly Element[] {
  return text === undefined ? [] : [h(element, { className: 'note' }, ` ${text}`)]
}
