import { createModule, createPage, uploadFile } from '@recourse/canvas'
import type { Collection, Configuration } from '@recourse/core'
import { type CourseId, type ModuleId, toModuleId } from '@recourse/core'
import {
  type Bench,
  configurationOf,
  type EntryToWrite,
  newCourse,
  ORIGIN,
  writeConfiguration,
} from './copied-course.fixture.ts'

/** Names that people and machines do give: each may stand anywhere. */
export const oddNames = [
  'Q&A',
  'A &amp; B',
  '&lt;b&gt;',
  '<b>bold</b>',
  'close </div>',
  '<script>alert(1)</script>',
  '"quoted" and \'single\'',
  "It's $' and $& and $$ and $`",
  'back\\slash \\" \\n',
  '📚 emoji 👩‍👩‍👧‍👦',
  'עברית ושלום',
  '\u202eright to left\u202c',
  'no\u00a0break',
  'Te\u0301le\u0301',
  'line one\nline two',
  '第4週：土',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '{{COURSE_ID}}',
  '{"json": [1]}',
  '1001',
  '$WIKI_REFERENCE$/pages/i0',
  'x'.repeat(255),
] as const

export interface OddCourse {
  readonly source: CourseId
  readonly modules: readonly { readonly id: ModuleId; readonly name: string }[]
  readonly configuration: Configuration
}

/** A course that bears every odd name as module, collection, page, file, label, metadata and alternative text. */
export async function newOddCourse(bench: Bench): Promise<OddCourse> {
  const source = await newCourse(bench, 'Odd & <names>')
  const entries: EntryToWrite[] = []
  for (const name of oddNames) entries.push(await newOddEntry(bench, source, name))
  const collections: readonly Collection[] = oddNames.map(oddCollection)
  const configuration = configurationOf(entries, { collections, defaultCollection: oddNames[0] })
  await writeConfiguration(bench, source, configuration)
  const modules = entries.map(({ id, name }) => ({ id: toModuleId(id), name }))
  return { source, modules, configuration }
}

async function newOddEntry(bench: Bench, source: CourseId, name: string): Promise<EntryToWrite> {
  const { id, name: stored } = await createModule(bench.admin, source, { name })
  await createPage(bench.admin, source, { title: name, body: `<p>${id}</p>`, isPublished: true })
  const content = new Blob([`picture ${id}`], { type: 'image/png' })
  // A form sends no lone line feed: no browser can name a file so.
  const file = await uploadFile(bench.admin, source, { name: `${name.slice(0, 200).replace('\n', ' ')}.png`, content })
  const texts = { label: name, altText: name, engageText: name, fyiText: name, description: `<p>${id}</p> ${name}` }
  const image = `${ORIGIN}/courses/${source}/files/${file.id}/download`
  return { id, name: stored, collection: name, image, metadata: ownRecord(name, name), number: name, ...texts }
}

/** `__proto__` too is to be a key of its own. */
function ownRecord(key: string, value: string): Readonly<Record<string, string>> {
  return Object.fromEntries([[key, value]])
}

function oddCollection(name: string): Collection {
  const flags = { includeAfter: false, hide: false, unallocated: false, rest: {} }
  return { name, representation: 'GriffithCards', outputPage: name, includePage: name, ...flags }
}
