import type { JSX } from 'preact'

const paths = {
  good: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.2 14.2-4.3-4.3 1.5-1.5 2.8 2.8 5.6-5.6 1.5 1.5z',
  caution: 'M12 2.5 1.5 21h21zM11 9.5h2v6h-2zm0 7.5h2v2h-2z',
  bad: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v7h-2zm0 8.5h2v2h-2z',
  close: 'm5.6 4.2-1.4 1.4L10.6 12l-6.4 6.4 1.4 1.4 6.4-6.4 6.4 6.4 1.4-1.4-6.4-6.4 6.4-6.4-1.4-1.4-6.4 6.4z',
  arrow: 'm14 5-1.4 1.4 4.6 4.6H3v2h14.2l-4.6 4.6L14 19l7-7z',
  image: 'M3 4v16h18V4zm2 2h14v9l-4-4-4 5-2-2-4 4zm3 1.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Z',
} as const

export type IconName = keyof typeof paths

/** Decoration only: its meaning always stands beside it in words. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill-rule="evenodd" />
    </svg>
  )
}
