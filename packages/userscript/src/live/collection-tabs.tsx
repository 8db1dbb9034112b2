import type { CollectionView } from '@recourse/core'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { nextIndex } from '../dialog/next-index.ts'
import { useLiveUi } from './live-ui.ts'

interface CollectionTabsProps {
  readonly collections: readonly CollectionView[]
  readonly chosen: CollectionView
  readonly onChoose: (index: number) => void
}

export const tabId = (index: number): string => `tab-${index}`

/** One tab for each collection, as the ARIA practices have tabs: one stop for Tab, arrows, Home and End move. */
export function CollectionTabs({ collections, chosen, onChoose }: CollectionTabsProps): JSX.Element {
  const { live } = useLiveUi().texts
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const isRightToLeft = list.current !== null && getComputedStyle(list.current).direction === 'rtl'
    const to = collections[nextIndex(event.key, collections.indexOf(chosen), collections.length, isRightToLeft)]
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    onChoose(to.index)
    list.current?.querySelector<HTMLElement>(`#${tabId(to.index)}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={live.label} ref={list} onKeyDown={onKeyDown}>
      {collections.map(({ index, name, isHidden }) => (
        <button
          key={index}
          type="button"
          role="tab"
          class="tab"
          id={tabId(index)}
          aria-selected={index === chosen.index}
          aria-controls="panel"
          tabIndex={index === chosen.index ? 0 : -1}
          onClick={() => onChoose(index)}
        >
          {name}
          {isHidden && <span class="tag">{live.hidden}</span>}
        </button>
      ))}
    </div>
  )
}
