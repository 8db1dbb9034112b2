import type { Properties } from 'hast'
import { cleanStyle } from './clean-html-style.ts'
import { cleanUrl } from './clean-html-url.ts'

/** On any element. No `id` and no `name`: they can stand for things of the page. */
const everywhere = /^(?:style|class|title|role|lang|dir|aria-[a-z]+)$/

const onElement: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: 'href',
    audio: 'src controls muted',
    col: 'span width',
    colgroup: 'span width',
    details: 'open',
    font: 'face color size',
    img: 'src alt align width height data-equation-content',
    li: 'value',
    ol: 'start type reversed',
    source: 'src type',
    table: 'summary width border cellpadding cellspacing',
    td: 'abbr colspan rowspan width align valign',
    th: 'abbr colspan rowspan width align valign scope',
    time: 'datetime',
    tr: 'align valign',
    track: 'src kind srclang label default',
    ul: 'type',
    video: 'src poster width height controls muted playsinline',
  }).map(([tagName, names]) => [tagName, new Set(names.split(' '))]),
)

/** The attributes of an allowed element that may stay, and those that we set. */
export function cleanAttributes(tagName: string, properties: Properties): Readonly<Record<string, string>> {
  const clean = Object.entries(properties).flatMap(([name, value]) => {
    const isKept = everywhere.test(name) || onElement.get(tagName)?.has(name)
    const text = isKept && typeof value === 'string' ? cleanValue(name, value) : undefined
    return text === undefined ? [] : [[name, text] as const]
  })
  return { ...Object.fromEntries(clean), ...ownAttributes(tagName, properties) }
}

/** `undefined` for a value of which nothing may stay. */
function cleanValue(name: string, value: string): string | undefined {
  if (name === 'style') return cleanStyle(value) || undefined
  if (name === 'href') return cleanUrl(value, ['mailto', 'tel'])
  return name === 'src' || name === 'poster' ? cleanUrl(value) : value
}

/** Links in a new tab cannot reach this one; pictures come when they are looked at. */
function ownAttributes(tagName: string, { target, alt }: Properties): Readonly<Record<string, string>> {
  if (tagName === 'a' && target === '_blank') return { target, rel: 'noopener' }
  return tagName === 'img' ? { alt: typeof alt === 'string' ? alt : '', loading: 'lazy' } : {}
}
