import { Link } from '@tanstack/react-router'
import '../frame/tabs.css'
import { libraryWords } from '../words/library-words.ts'

const tabs = [
  { to: '/library', label: libraryWords.library },
  { to: '/glossary', label: libraryWords.glossary },
  { to: '/unplaced', label: libraryWords.unplaced },
] as const

/** The shelves of the library. */
export function LibraryTabs() {
  return (
    <nav className="tabs" aria-label={libraryWords.places}>
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
