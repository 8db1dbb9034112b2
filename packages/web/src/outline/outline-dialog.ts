import type { CourseModule, CourseObject, CoursePage } from './outline-parts.ts'

/** Which dialog is open over the outline, and about what. */
export type OutlineDialog =
  | { readonly kind: 'add-module' }
  | { readonly kind: 'rename-module' | 'delete-module' | 'add-object' | 'insert'; readonly module: CourseModule }
  | {
      readonly kind: 'rename-object' | 'remove-object' | 'move-object' | 'detach' | 'reattach' | 'protect' | 'add-page'
      readonly object: CourseObject
    }
  | {
      readonly kind: 'rename-page' | 'delete-page' | 'move-page' | 'copy-page'
      readonly object: CourseObject
      readonly page: CoursePage
    }
  | { readonly kind: 'shared'; readonly object: CourseObject; readonly onGo: () => void }
  | {
      readonly kind: 'loses'
      readonly name: string
      readonly message: string
      readonly onCopy: () => void
      readonly onMove: () => void
    }
