import type { Configuration } from '../configuration/configuration.ts'

export type Audience = 'nobody' | 'staff' | 'students' | 'everyone'

/** Who sees Collections as things stand: students need the page published, whatever it says (collections-1.3 §1.1 *Visibility*). */
export function audience({ visibility }: Pick<Configuration, 'visibility'>, isPagePublished: boolean): Audience {
  switch (visibility) {
    case 'no-one':
      return 'nobody'
    case 'teachers':
      return 'staff'
    case 'students':
      return isPagePublished ? 'students' : 'nobody'
    case 'all':
      return isPagePublished ? 'everyone' : 'staff'
    default:
      return visibility satisfies never
  }
}
