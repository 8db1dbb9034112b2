import type { Element } from 'hast'
import { attribute, createElement } from './html-tree.ts'

/** A frame of an allowed host, with none of its own rights; `undefined` for any other. */
export function cleanFrame(frame: Element, hosts: ReadonlySet<string>): Element | undefined {
  const src = (attribute(frame, 'src') ?? '').trim().replace(/^(?:https?:)?\/\//i, 'https://')
  const [, host = ''] = /^https:\/\/([a-z\d.-]+)(?:[/?#][\x21-\x7e]*)?$/i.exec(src) ?? []
  if (!hosts.has(host.toLowerCase())) return undefined
  return createElement('iframe', {
    src,
    title: attribute(frame, 'title')?.trim() || host,
    ...sizeOf(frame),
    loading: 'lazy',
    // Its scripts and storage are those of another site; it may open tabs, and nothing of this page.
    sandbox: 'allow-scripts allow-same-origin allow-presentation allow-popups',
    allow: 'fullscreen; encrypted-media; picture-in-picture',
    allowfullscreen: '',
  })
}

function sizeOf(frame: Element): Readonly<Record<string, string>> {
  const sizes = ['width', 'height'].map(name => [name, attribute(frame, name) ?? ''])
  return Object.fromEntries(sizes.filter(([, size = '']) => /^\d{1,4}%?$/.test(size)))
}
