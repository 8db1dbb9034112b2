import type { ComponentChildren, JSX } from 'preact'

interface ScrollerProps {
  readonly label: string
  readonly children: ComponentChildren
}

/** Text longer than the dialog: reached and scrolled by keys. */
export function Scroller({ label, children }: ScrollerProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus (WCAG 2.1.1).
    <section class="dialog-body" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
