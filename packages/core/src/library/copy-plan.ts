import type { CopyMode } from './propose-title.ts'

export type CopyTable =
  | 'course'
  | 'module'
  | 'style'
  | 'author'
  | 'placement'
  | 'object'
  | 'page'
  | 'question'
  | 'media'
  | 'resource'
  | 'term'
  | 'reviewer'

/** `new` rows of the copy's own · `same` the rows themselves · `left` not in the copy. */
export type CopyRule = 'new' | 'same' | 'left'

export interface CopyTablePlan {
  readonly table: CopyTable
  readonly rule: CopyRule
  /** Which rows. */
  readonly of: string
  /** `null`: not counted, as it would make a Share wait for every page. */
  readonly count: number | null
}

export interface CopyPlan {
  readonly mode: CopyMode
  readonly tables: readonly CopyTablePlan[]
}

const everywhere = {
  course: ['new', 'the course'],
  module: ['new', 'modules of the course'],
  style: ['new', 'Course Styles of the course'],
  author: ['new', 'its authors if they are kept, and whoever copies'],
  placement: ['new', 'placements of the course'],
  media: ['same', 'media assets that its pages use'],
  resource: ['same', 'resources that its pages use'],
  term: ['same', 'glossary terms that its pages use'],
  reviewer: ['left', 'reviewers and their notes'],
} as const

/** Per table, what a copy does with its rows (library §1.2). */
export const copyRules = {
  share: {
    ...everywhere,
    object: ['same', 'Learning Objects that the course places'],
    page: ['same', 'their pages'],
    question: ['same', 'their questions'],
  },
  duplicate: {
    ...everywhere,
    object: ['new', 'Learning Objects that the course places'],
    page: ['new', 'their pages, without Course Styles'],
    question: ['new', 'their questions'],
  },
} as const satisfies Record<CopyMode, Record<CopyTable, readonly [CopyRule, string]>>

const order = [
  'course',
  'module',
  'placement',
  'object',
  'page',
  'question',
  'style',
  'author',
  'media',
  'resource',
  'term',
  'reviewer',
] as const

export function planCopy(mode: CopyMode, counts: Readonly<Record<CopyTable, number | null>>): CopyPlan {
  const tables = order.map(table => {
    const [rule, of] = copyRules[mode][table]
    return { table, rule, of, count: counts[table] }
  })
  return { mode, tables }
}
