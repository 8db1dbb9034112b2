import type { Element, ElementContent, Parents, Root } from 'hast'
import { withoutPersonal } from '../references/canvas-url.ts'

/** Written into every body that the API reads out (canvas-api §2.4), and never stored again by us. */
const decorations = /^(?:data-(?:api-(?:endpoint|returntype)|mathml|uc_.*)|loading)$/

const addresses = new Set(['href', 'src', 'cite', 'data', 'poster'])

/**
 * A body as Canvas stores it, from how its API reads it out: addresses of this Canvas without its host, links without
 * the reader's own rights, nothing that Canvas adds for its scripts.
 */
export function undecorate(tree: Root, origin: string): Root {
  const clean: Root = { type: 'root', children: [] }
  const waiting: { readonly from: Parents; readonly into: Root | Element }[] = [{ from: tree, into: clean }]
  for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
    for (const node of job.from.children) {
      const copy = copyNode(node, origin)
      if (copy === undefined) continue
      job.into.children.push(copy)
      if (node.type === 'element' && copy.type === 'element') waiting.push({ from: node, into: copy })
    }
  }
  return clean
}

function copyNode(node: Parents['children'][number], origin: string): ElementContent | undefined {
  if (node.type === 'text') return { type: 'text', value: node.value }
  if (node.type !== 'element' || node.tagName === 'script' || node.tagName === 'link') return undefined
  const properties = Object.entries(node.properties)
    .filter(([name]) => !decorations.test(name))
    .map(([name, value]) => [name, addresses.has(name) ? toStored(String(value), origin) : value] as const)
  return { type: 'element', tagName: node.tagName, properties: Object.fromEntries(properties), children: [] }
}

/** Spaces and quotes as Canvas's sanitiser writes them (canvas-api §4). */
function toStored(url: string, origin: string): string {
  const trimmed = url.trim()
  const isHere = trimmed.startsWith(`${origin}/`)
  const path = isHere ? trimmed.slice(origin.length) : trimmed
  const bare = isHere || /^\/(?!\/)/.test(path) ? withoutPersonal(path) : path
  return bare.replaceAll(' ', '%20').replaceAll('"', '%22')
}
