import type { CourseId, ModuleId } from '../../ids.ts'
import type { Configuration } from '../configuration/configuration.ts'

/** What a Canvas page says about Collections. */
export type PageReading =
  | { readonly ok: true; readonly page: CollectionsPage }
  | {
      readonly ok: false
      /** `no-configuration`: no `div.cc_json` at all. `broken`: there is one, and it cannot be read. */
      readonly reason: 'no-configuration' | 'broken'
      /** One sentence for a person: what is wrong, and where (line, column and the text around it). */
      readonly where: string
    }

export interface CollectionsPage {
  readonly configuration: Configuration
  /** The course the page is tagged with (`cc-course-<id>`); `null` for `{{COURSE_ID}}`, a missing or unreadable tag. */
  readonly courseId: CourseId | null
  /** `div.cc-card-images`: Canvas rewrote these attributes on copy. */
  readonly images: readonly ListedImage[]
  /** Hidden links that Recourse wrote, by the id or title they were written for. */
  readonly moduleLinks: readonly CarriedModuleLink[]
  readonly pageLinks: readonly CarriedPageLink[]
  readonly upgrades: readonly PageNote[]
  readonly oddities: readonly PageNote[]
}

export interface ListedImage {
  /** Key of the entry under `MODULES`. */
  readonly moduleKey: string
  /** The attribute as Canvas answered it: absolute or relative, perhaps with a `verifier`. */
  readonly src: string
}

export interface CarriedModuleLink {
  readonly moduleId: ModuleId
  readonly href: string
}

export interface CarriedPageLink {
  readonly title: string
  readonly href: string
}

/** Something that reading changed or found strange: where (`MODULES.81.date`) and a sentence for a person. */
export interface PageNote {
  readonly path: string
  readonly text: string
}
