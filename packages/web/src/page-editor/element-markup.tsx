import type { Block } from '@recourse/core/library'
import { useEffect, useRef } from 'react'
import { parseHtml } from '../html/parse-html.ts'
import { drawMarkup } from './nodes/draw-markup.ts'
import type { PageGuide } from './page-guide.ts'

/** An element as it is seen, drawn past React: its styles are set by script, its markup can do nothing. */
export function ElementMarkup({ block, guide }: { readonly block: Block; readonly guide: PageGuide }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.replaceChildren(drawMarkup(parseHtml(block.text), block, guide))
  }, [block, guide])
  return <div ref={place} className="page-markup" />
}
