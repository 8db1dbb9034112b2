import type { Element } from 'xast'

/** A course as a Common Cartridge tells it; identifiers and names are the archive's own. HTML still holds the export's tokens. */
export interface CartridgeCourse {
  /** Title of the course settings, else of the manifest; `''` if neither has one. */
  readonly title: string
  /** `1.1.0`, `1.3.0` …, as the manifest says it; `null` if it does not. */
  readonly version: string | null
  /** Whether Canvas wrote the archive: then its own metadata are read instead of the manifest's outline. */
  readonly isCanvasExport: boolean
  readonly source: CartridgeSource | null
  /** The elements of `course_settings.xml` by name, as text; `null` without that file. */
  readonly settings: ReadonlyMap<string, string> | null
  readonly syllabusBody: string | null
  readonly modules: readonly CartridgeModule[]
  readonly pages: readonly CartridgePage[]
  readonly folders: readonly CartridgeFolder[]
  readonly files: readonly CartridgeFile[]
  readonly activities: readonly CartridgeActivity[]
  readonly assignmentGroups: readonly CartridgeAssignmentGroup[]
  readonly webLinks: readonly CartridgeLink[]
  readonly externalTools: readonly CartridgeLink[]
  /** What the archive holds or names and this model does not. */
  readonly leftOut: readonly LeftOut[]
}

/** Where the export was made (`context.xml`). */
export interface CartridgeSource {
  readonly courseId: string | null
  readonly courseName: string | null
  /** Host name of that Canvas. */
  readonly canvasDomain: string | null
  readonly rootAccountUuid: string | null
}

export interface CartridgeModule {
  readonly identifier: string
  readonly title: string
  /** 1-based. */
  readonly position: number
  readonly isPublished: boolean
  readonly unlockAt: string | null
  readonly requireSequentialProgress: boolean
  readonly requirementCount: number | null
  /** Identifiers of modules. */
  readonly prerequisites: readonly string[]
  readonly items: readonly CartridgeItem[]
}

export type CartridgeItemType =
  | 'Page'
  | 'File'
  | 'Assignment'
  | 'Discussion'
  | 'Quiz'
  | 'SubHeader'
  | 'ExternalUrl'
  | 'ExternalTool'

export interface CartridgeItem {
  readonly identifier: string
  readonly title: string
  readonly type: CartridgeItemType
  /** Identifier of the page, file … it shows; `null` where there is none. */
  readonly contentIdentifier: string | null
  readonly url: string | null
  /** 1-based within the module. */
  readonly position: number
  readonly indent: number
  readonly newTab: boolean
  readonly isPublished: boolean
  readonly requirement: CartridgeRequirement | null
}

export interface CartridgeRequirement {
  /** `must_view`, `must_submit`, `min_score` …, as the export has it. */
  readonly type: string
  readonly minScore: number | null
}

export interface CartridgePage {
  readonly identifier: string
  readonly title: string
  /** Name of its file in the archive. */
  readonly href: string
  /** Name of the file without folder and ending: in a Canvas export the page's slug. */
  readonly slug: string
  readonly body: string
  readonly isPublished: boolean
  readonly isFrontPage: boolean
  /** Comma list as Canvas has it; `null` if the page does not say. */
  readonly editingRoles: string | null
  readonly todoDate: string | null
  readonly publishAt: string | null
}

export interface Restricted {
  readonly locked: boolean
  readonly hidden: boolean
  readonly lockAt: string | null
  readonly unlockAt: string | null
}

export interface CartridgeFolder extends Restricted {
  /** Path below the course's root folder, with `/`. */
  readonly path: string
}

export interface CartridgeFile extends Restricted {
  readonly identifier: string
  /** Other identifiers that the manifest gives to the same file. */
  readonly aliases: readonly string[]
  /** Name of the file in the archive, where its bytes are. */
  readonly href: string
  /** Path below the course's root folder, with `/`: what links in HTML say. */
  readonly path: string
  /** The name people see; the last part of the path unless the file was renamed. */
  readonly displayName: string
  readonly usageRights: UsageRights | null
}

export interface UsageRights {
  readonly useJustification: string
  readonly legalCopyright: string | null
  readonly license: string | null
}

/** An assignment in the metadata of a graded discussion or quiz. */
export interface NestedAssignment {
  readonly identifier: string | null
  /** Everything its model has no field for, by element name, as text. */
  readonly settings: ReadonlyMap<string, string>
}

/** Assignments, discussions, announcements and quizzes. */
export interface CartridgeActivity {
  readonly kind: 'assignment' | 'discussion_topic' | 'announcement' | 'quiz'
  readonly identifier: string
  readonly title: string
  /** Name of the file it was read from. */
  readonly href: string
  readonly body: string | null
  readonly isPublished: boolean
  readonly dueAt: string | null
  readonly unlockAt: string | null
  readonly lockAt: string | null
  readonly pointsPossible: number | null
  /** Everything else its Canvas metadata say, by element name, as text. */
  readonly settings: ReadonlyMap<string, string>
  /** By which a discussion or quiz is graded; `null` where its metadata hold none. */
  readonly assignment: NestedAssignment | null
  /** Questions of a quiz, as they stand in the archive. */
  readonly questions: readonly CartridgeQuestion[]
}

export interface CartridgeQuestion {
  readonly identifier: string | null
  readonly title: string | null
  /** `multiple_choice_question` or `cc.multiple_choice.v0p1`, as the archive has it. */
  readonly type: string | null
  readonly raw: Element
}

/** Of assignments, with how they are graded. */
export interface CartridgeAssignmentGroup {
  readonly identifier: string
  readonly title: string
  /** 1-based. */
  readonly position: number | null
  /** Of the whole grade, in percent. */
  readonly weight: number | null
  readonly dropLowest: number | null
  readonly dropHighest: number | null
  /** Identifiers of assignments. */
  readonly neverDrop: readonly string[]
}

/** A web link or an external tool. */
export interface CartridgeLink {
  readonly identifier: string
  readonly title: string
  readonly url: string | null
}

export interface LeftOut {
  readonly identifier: string | null
  /** Type of the resource, as the manifest has it; `null` for a file that the manifest does not name. */
  readonly type: string | null
  readonly href: string | null
  /** A short sentence for a person. */
  readonly why: string
}
