import type { ConfigurationPage } from './import-facts.ts'
import type { ReasonCode } from './import-plan.ts'
import { brokenWords } from './no-plan-words.ts'

/** The reasons that a plan itself can have; the other stands in the way of one. */
export type PlanReason = Exclude<ReasonCode, 'two-configurations'>

/** What the sentences about a plan's reasons tell. */
export interface ReasonFacts {
  /** How many rows it is about; 0 where it is about none in particular. */
  readonly count: number
  readonly lockedBy: string | null
  readonly hasOwn: boolean
  readonly size: { readonly length: number; readonly limit: number }
  readonly target: Pick<ConfigurationPage, 'title' | 'reading'>
}

/** A sentence for a person: what is the matter and what to do. */
export function reasonWords(code: PlanReason, { count, lockedBy, hasOwn, size, target }: ReasonFacts): string {
  const modules = `${count} imported ${count === 1 ? 'module is' : 'modules are'}`
  const images = `${count} ${count === 1 ? 'image or file is' : 'images or files are'}`
  switch (code) {
    case 'not-matched':
      return `${modules} not matched with a module here: pair by hand, or keep for later.`
    case 'similar':
      return `${modules} probably the same as one here under another name: say yes or no.`
    case 'duplicate-names':
      return `${modules} of a name that several bear: say which is which.`
    case 'missing-image':
      return `${images} missing or cannot be checked: upload, replace, or drop.`
    case 'foreign-image':
      return `${images} in another course: copy here, or students may not see ${count === 1 ? 'it' : 'them'}.`
    case 'own-configuration-replaced':
      return hasOwn
        ? 'This course had Collections of its own before the copy: keep those, or bring both together.'
        : 'This course had no Collections of its own before the copy: there is nothing to keep.'
    case 'blueprint-locked':
      return 'The configuration page is locked by this course’s blueprint: import in the blueprint course, or unlock the page there.'
    case 'unreadable':
      return target.reading.ok ? '' : brokenWords(target, target.reading.where)
    case 'locked':
      return `${lockedBy} is editing Collections in this course right now: wait until they are done.`
    case 'dates':
      return count === 0
        ? 'Nothing says by how much dates should move: name the days.'
        : `${count} ${count === 1 ? 'date names' : 'dates name'} no day of a year and cannot be moved: set by hand, keep, or clear.`
    case 'too-large':
      return `The page would hold ${size.length} characters, Canvas takes ${size.limit}: shorten the largest entries.`
    default:
      return code satisfies never
  }
}
