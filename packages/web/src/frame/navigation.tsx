import { Link } from '@tanstack/react-router'
import { useUnreadCount } from '../notices/use-notices.ts'
import { useMe } from '../sign-in/use-me.ts'
import { frameWords } from '../words/frame-words.ts'

/** The places of the library, for the bar and for the drawer. Another one is a line here and a route in router.tsx. */
export function Navigation({ className, onGo }: { readonly className?: string; readonly onGo?: () => void }) {
  const me = useMe()
  const unread = useUnreadCount()
  const places = [
    { to: '/courses', label: frameWords.courses },
    ...(me.role === 'reviewer'
      ? []
      : ([
          { to: '/library', label: frameWords.library },
          { to: '/glossary', label: frameWords.glossary },
          { to: '/proposals', label: frameWords.proposals },
        ] as const)),
    { to: '/notices', label: frameWords.notices, count: unread },
    ...(me.role === 'administrator' ? [{ to: '/people', label: frameWords.people } as const] : []),
  ] as const
  return (
    <ul className={className}>
      {places.map(place => (
        <li key={place.to}>
          <Link to={place.to} activeProps={{ 'aria-current': 'page' }} {...(onGo && { onClick: onGo })}>
            <span>{place.label}</span>
            {'count' in place && <Count count={place.count} />}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Count({ count }: { readonly count: number }) {
  if (count === 0) return null
  return <span className="frame-count">{count > 99 ? '99+' : count}</span>
}
