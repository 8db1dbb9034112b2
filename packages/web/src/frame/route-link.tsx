import { Link as InstLink } from '@instructure/ui-link'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'

interface AnchorProps {
  readonly href?: string
  readonly onClick?: ComponentProps<typeof InstLink>['onClick']
  readonly children: ReactNode
  readonly isWithinText?: boolean
  readonly 'aria-label'?: string
}

/** Only what Instructure UI's link knows: the router's state attributes stay out of it. */
function Anchor({ href, onClick, children, isWithinText = false, 'aria-label': label }: AnchorProps) {
  const given: Partial<ComponentProps<typeof InstLink>> = {
    ...(href !== undefined && { href }),
    ...(label !== undefined && { 'aria-label': label }),
    ...(onClick && { onClick }),
  }
  return (
    <InstLink isWithinText={isWithinText} forceButtonRole={false} {...given}>
      {children}
    </InstLink>
  )
}

/** Canvas's link over the router's: typed addresses, no load of the page. */
export const RouteLink = createLink(Anchor)
