import type { ComponentChildren, JSX } from 'preact'

interface FooterProps {
  /** Away from the main choice: nobody presses it in passing. */
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
}

export function Footer({ aside, children }: FooterProps): JSX.Element {
  return (
    <div class="dialog-foot">
      <div class="foot-aside">{aside}</div>
      <div class="foot-main">{children}</div>
    </div>
  )
}
