import { peopleWords } from '../words/people-words.ts'
import { leastPassword, signInWords } from '../words/sign-in-words.ts'

/** What a one-time link can ask for, as it is typed. */
export interface LinkEntry {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly again: string
}

export interface LinkFault {
  readonly field: keyof LinkEntry
  readonly text: string
}

/** The first thing that is wrong, of what is asked for. */
export function findLinkFault(entry: LinkEntry, asksFor: readonly (keyof LinkEntry)[]): LinkFault | undefined {
  const asks = (field: keyof LinkEntry) => asksFor.includes(field)
  if (asks('name') && entry.name.trim() === '') return { field: 'name', text: peopleWords.nameMissing }
  if (asks('email') && !/^[^\s@]+@[^\s@]+$/.test(entry.email.trim()))
    return { field: 'email', text: peopleWords.emailWrong }
  if (!asks('password')) return undefined
  if (entry.password.length < leastPassword) return { field: 'password', text: signInWords.linkShort(leastPassword) }
  return entry.password === entry.again ? undefined : { field: 'again', text: signInWords.linkUnequal }
}
