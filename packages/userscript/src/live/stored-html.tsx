import { cleanHtml } from '@recourse/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { parseHtml } from '../parse-html.ts'
import { useLiveUi } from './live-ui.ts'
import { toNodes } from './to-nodes.ts'

interface StoredHtmlProps {
  readonly html: string
  readonly class?: string
}

/** HTML that somebody stored: parsed where nothing runs, cleaned as a tree, and only then made of nodes. */
export function StoredHtml({ html, class: name }: StoredHtmlProps): JSX.Element {
  const { iframeHosts } = useLiveUi()
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    place.current?.replaceChildren(toNodes(cleanHtml(parseHtml(html), { iframeHosts }), document))
  }, [html, iframeHosts])
  return <div class={`stored ${name ?? ''}`} ref={place} />
}
