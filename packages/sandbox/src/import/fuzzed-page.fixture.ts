import { escapeText } from '../html/serialize.ts'

/** What chance decides about one mutation; numbers from 0 to 1. */
export interface Dice {
  readonly which: number
  readonly kind: number
  readonly share: number
  readonly other: number
  readonly path: readonly number[]
  readonly text: string
  readonly json: unknown
}

type Mutation = (body: string, dice: Dice) => string

function pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[], share: number): Item {
  const item = items[Math.min(items.length - 1, Math.floor(share * items.length))]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const awkward = [
  ...[
    '"',
    '\\',
    '\\"',
    '\\u0000',
    '\\ud800',
    '\ud800',
    '\udc00x',
    '\u0000',
    '\u00a0',
    '&nbsp;',
    '&',
    '&amp;',
    '&quot;',
  ],
  ...['&#0;', '&#xD800;', '&lt;', '<', '>', '</div>', '<div>', '<p onclick="x">', '<b>', '<script>alert(1)</script>'],
  ...['<!--', '-->', '<plaintext>', '<textarea>', '<svg><style>', '<table><tr>', '<template>', '{', '}', '[', ']', ','],
  ...[
    "$'",
    '$&',
    '$$',
    '{{COURSE_ID}}',
    '{{CONFIG}}',
    '\r\n',
    '\t',
    '\u2028',
    '😀',
    'سلام',
    '__proto__',
    '1e999',
    '-0',
  ],
  ...['<div class="cc_json">', '<div class="cc_json">{}</div>', '<div class="cc_json">{"MODULES":{"1":{}}}</div>'],
  ...['$CANVAS_OBJECT_REFERENCE$/modules/g1', '$WIKI_REFERENCE$/pages/i0', '$IMS-CC-FILEBASE$/a.png?canvas_download=1'],
  ...[
    '<a href="/courses/1/modules/2" data-recourse-module="3"></a>',
    '<img class="cc-moduleImage" id="cc-moduleImage-">',
  ],
] as const

const at = (body: string, share: number) => Math.floor(share * body.length)

/** Where the JSON stands: most of what is done to it should hit it. */
function inJson(body: string, change: (json: string) => string): string {
  const start = body.search(/class="cc_json"/)
  const from = start === -1 ? 0 : body.indexOf('>', start) + 1
  const end = body.indexOf('</div>', from)
  const to = end === -1 ? body.length : end
  return body.slice(0, from) + change(body.slice(from, to)) + body.slice(to)
}

function insert(body: string, share: number, text: string): string {
  return body.slice(0, at(body, share)) + text + body.slice(at(body, share))
}

const textMutations: readonly Mutation[] = [
  (body, { share }) => body.slice(0, at(body, share)),
  (body, { share }) => inJson(body, json => json.slice(0, at(json, share))),
  (body, { share, other }) => body.slice(0, at(body, share)) + body.slice(at(body, share) + Math.floor(other * 40)),
  (body, { share, other }) => inJson(body, json => insert(json, share, pick(awkward, other))),
  (body, { share, other }) => inJson(body, json => insert(json, share, pick(awkward, other))),
  (body, { share, other }) => insert(body, share, pick(awkward, other)),
  (body, { share, other }) => body.slice(at(body, share), at(body, other)) + body,
  // An entity layer more, or less: the latter makes elements of what was text.
  body => inJson(body, json => json.replaceAll('&', '&amp;')),
  body => inJson(body, json => json.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')),
  body => inJson(body, json => json.replaceAll('\\"', '"')),
  body => inJson(body, json => json.replace(/\\"/, '"')),
  body => inJson(body, json => json.replaceAll('\\', '\\\\')),
  body => body.replace(/\/courses\/\d+\/files\/\d+/g, '$$CANVAS_COURSE_REFERENCE$$/file_ref/g0123456789abcdef'),
  body => body.replace(/(\/courses\/\d+\/\w+\/[^"\\&<]+)(\\?")/g, '$$CANVAS_OBJECT_REFERENCE$$/pages/g12"'),
  body => body.replace(/cc-course-\d+/, 'cc-course-{{COURSE_ID}}'),
  body => body.replace(/cc-course-\d+/, 'cc-course-99999999999999999999999'),
  body => body.replace('cc-card-images', 'cc-card-gone'),
  body => `<div class="cc_json">{"MODULES":</div>${body}`,
  body => `${body}${body}`,
  body => body.replace('cc_json', 'cc_json other'),
  body => body.replaceAll('<div', '<p').replaceAll('</div', '</p'),
]

const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`)

const strange: readonly ((dice: Dice) => unknown)[] = [
  ({ share }) => pick([null, 0, -1, 1e308, true, '', [], {}, [[]], 'null', '__proto__', 'hasOwnProperty'], share),
  ({ share }) => pick(awkward, share),
  ({ share }) => deep(1 + Math.floor(share * 3000)),
  ({ json }) => json,
  ({ json }) => json,
  ({ text }) => text,
]
const names = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '',
  '81',
  'Week 1',
  'x-recourse',
  'MODULES',
  'to',
]

interface Edit {
  /** How to walk down: at each level the key at this share of them; the last is the one that is changed. */
  readonly path: readonly number[]
  readonly kind: 'set' | 'remove' | 'rename'
  readonly value: unknown
  readonly name: string
}

function toEdit(dice: Dice): Edit {
  const kind = pick(['set', 'set', 'remove', 'rename'] as const, dice.kind)
  return { path: dice.path, kind, value: pick(strange, dice.other)(dice), name: pick(names, dice.share) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function editValue(value: unknown, [share, ...path]: readonly number[], change: Edit): unknown {
  if (!isObject(value) || share === undefined) return change.value
  const entries = Object.entries(value)
  const [key, inner] = entries[Math.min(entries.length - 1, Math.floor(share * entries.length))] ?? []
  if (key === undefined) return change.value
  const isHere = path.length === 0 || !isObject(inner)
  const replaced = (one: string, old: unknown): readonly (readonly [string, unknown])[] => {
    if (one !== key) return [[one, old]]
    if (!isHere) return [[one, editValue(old, path, change)]]
    if (change.kind === 'remove') return []
    return change.kind === 'rename' ? [[change.name, old]] : [[one, change.value]]
  }
  return Object.fromEntries(entries.flatMap(([one, old]) => replaced(one, old)))
}

/** The JSON is taken out, changed and put back as any writer of it would. */
function editJson(body: string, edits: readonly Edit[]): string {
  return inJson(body, json => {
    try {
      const parsed: unknown = JSON.parse(decodeText(json))
      return escapeText(JSON.stringify(edits.reduce((value, change) => editValue(value, change.path, change), parsed)))
    } catch {
      return json
    }
  })
}

function decodeText(text: string): string {
  const plain = text.replaceAll('&nbsp;', '\u00a0').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  return plain.replaceAll('&amp;', '&')
}

/** Close to Canvas's limit of 511,999 characters, on either side of it. */
function makeHuge(body: string, { share, other }: Dice): string {
  const text = pick(['x', '&', '<b>', '"', '😀', '\u00a0'], other)
  const length = 480_000 + Math.floor(share * 40_000) - body.length
  const value = { name: 'long', description: text.repeat(Math.max(0, Math.floor(length / escapeText(text).length))) }
  return editJson(body, [{ path: [0.99, 0.5], kind: 'set', value, name: '' }])
}

/** Something that went wrong with a page: to its text, to its JSON, or (rarely) that it grew too large. */
export function mutate(body: string, dice: Dice): string {
  if (dice.which > 0.99) return makeHuge(body, dice)
  return dice.which < 0.5 ? pick(textMutations, dice.kind)(body, dice) : editJson(body, [toEdit(dice)])
}
