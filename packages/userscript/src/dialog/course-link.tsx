import type { ComponentChildren, JSX } from 'preact'
import { safeUrl } from '../import/safe-url.ts'
import { useUi } from './ui.ts'

interface OutLinkProps {
  readonly url: string | null
  readonly label?: string
  readonly children: ComponentChildren
}

/** Opens beside the dialog, so that nothing chosen is lost; plain text where the address is none that may be followed. */
export function OutLink({ url, label, children }: OutLinkProps): JSX.Element {
  const href = safeUrl(url, useUi().origin)
  if (href === undefined) return <>{children}</>
  return (
    <a href={href} target="_blank" rel="noreferrer" aria-label={label}>
      {children}
    </a>
  )
}
