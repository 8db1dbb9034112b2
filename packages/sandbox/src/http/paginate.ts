import { type Call, json } from './call.ts'
import { notFound } from './errors.ts'
import { integer, param, text } from './reading.ts'

export interface PageOptions {
  /** Rows on a page when the caller does not say (Canvas: 10; folders "all" 25). */
  readonly perPage?: number
  /** `false` where Canvas does not count (account course lists): no `last` link. */
  readonly counted?: boolean
}

const MAX_PER_PAGE = 100
/** Canvas keeps the Link header under 6 KB, proxies refuse longer ones. */
const HEADER_BUDGET = 6 * 1024

/** One page of rows as a JSON array with its Link header (canvas-api §1.1). `toJson` runs for the rows of this page only. */
export function paginate<Row>(
  call: Call,
  rows: readonly Row[],
  toJson: (row: Row) => unknown,
  options: PageOptions = {},
): Response {
  const page = takePage(call, rows, options)
  return json(call, page.rows.map(toJson), { headers: page.headers })
}

/** The rows of the page asked for and its Link header, for answers that are not JSON. */
export function takePage<Row>(
  call: Call,
  rows: readonly Row[],
  options: PageOptions = {},
): { readonly rows: readonly Row[]; readonly headers: Record<string, string> } {
  const { page, perPage } = pageAsked(call, options)
  const headers = linkHeaders(call, { page, perPage, total: rows.length }, options)
  return { rows: rows.slice((page - 1) * perPage, page * perPage), headers }
}

/** As {@link paginate}, for lists that Canvas wraps: `{"enrollment_terms": […]}`. */
export function paginateWrapped<Row>(
  call: Call,
  key: string,
  rows: readonly Row[],
  toJson: (row: Row) => unknown,
): Response {
  const { page, perPage } = pageAsked(call, {})
  const shown = rows.slice((page - 1) * perPage, page * perPage).map(toJson)
  return json(call, { [key]: shown }, { headers: linkHeaders(call, { page, perPage, total: rows.length }, {}) })
}

interface PageAsked {
  readonly page: number
  readonly perPage: number
}

function pageAsked(call: Call, options: PageOptions): PageAsked {
  return { page: toPage(call), perPage: toPerPage(call, options) }
}

function toPage(call: Call): number {
  const sent = param(call.params, 'page')
  if (sent === undefined || sent === null || sent === '') return 1
  const written = text(call.params, 'page') ?? ''
  if (!/^\d{1,12}$/.test(written) || Number(written) === 0) throw notFound()
  return Number(written)
}

/** Not a number reads as 0 and is then raised to 1, as Ruby's `to_i` and Canvas's clamp have it. */
function toPerPage(call: Call, options: PageOptions): number {
  const asked = integer(call.params, 'per_page') ?? options.perPage ?? 10
  return Math.min(Math.max(asked, 1), MAX_PER_PAGE)
}

type Rel = 'current' | 'next' | 'prev' | 'first' | 'last'
const WRITTEN_ORDER = ['current', 'next', 'prev', 'first', 'last'] as const
const KEPT_FIRST = ['next', 'last', 'prev', 'current', 'first'] as const

function linkHeaders(call: Call, at: PageAsked & { total: number }, options: PageOptions): Record<string, string> {
  const last = Math.max(1, Math.ceil(at.total / at.perPage))
  const pages = new Map<Rel, number>([
    ['current', at.page],
    ['first', 1],
  ])
  if (at.page < last) pages.set('next', at.page + 1)
  if (at.page > 1) pages.set('prev', at.page - 1)
  if (options.counted !== false) pages.set('last', last)
  const base = addressWithoutPaging(call)
  const links = new Map(
    [...pages].map(([rel, page]) => [rel, `<${base}page=${page}&per_page=${at.perPage}>; rel="${rel}"`]),
  )
  const header = withinBudget(links)
  return header === '' ? {} : { Link: header }
}

function withinBudget(links: ReadonlyMap<Rel, string>): string {
  const kept = new Set<Rel>()
  let size = 0
  for (const rel of KEPT_FIRST) {
    const length = (links.get(rel)?.length ?? 0) + 1
    if (!links.has(rel) || size + length > HEADER_BUDGET) continue
    size += length
    kept.add(rel)
  }
  return WRITTEN_ORDER.filter(rel => kept.has(rel))
    .map(rel => links.get(rel))
    .join(',')
}

const DROPPED = new Set(['page', 'per_page', 'access_token', 'api_key'])

/** `https://host/path?rest&` with the query repeated as it was sent, without paging and credentials. */
function addressWithoutPaging(call: Call): string {
  const rest = call.url.search
    .slice(1)
    .split('&')
    .filter(pair => pair !== '' && !DROPPED.has(decodeName(pair)))
  return `${call.origin}${call.url.pathname}?${rest.map(pair => `${pair}&`).join('')}`
}

function decodeName(pair: string): string {
  return new URLSearchParams(pair).keys().next().value ?? ''
}
