import type {
  Activity,
  CompletionRequirement,
  Course,
  GradingAssignment,
  ModuleItemType,
  Page,
  StoredFile,
} from '../model.ts'

/**
 * A course as a package carries it from source to destination: what Canvas writes into an export and reads from one.
 * Rows are named by migration ids (`i` or `g` and 32 hex digits), HTML holds `$…REFERENCE$` tokens instead of links.
 * Made from a course (`export-course.ts`) or out of a cartridge; carried out by `import-course.ts`.
 */
export interface CoursePackage {
  /** Course the package was made from, if this Canvas made it; `null` when that is not known. */
  readonly sourceCourseId: number | null
  /** `null` where the package says nothing of the course itself (a selective copy, a plain Common Cartridge). */
  readonly settings: PackagedSettings | null
  readonly syllabusBody: string | null
  /** Folders with restrictions, and empty ones; the others follow from the files. */
  readonly folders: readonly PackagedFolder[]
  readonly files: readonly PackagedFile[]
  readonly pages: readonly PackagedPage[]
  readonly activities: readonly PackagedActivity[]
  readonly assignmentGroups: readonly PackagedGroup[]
  readonly modules: readonly PackagedModule[]
  /** What could not be read; each becomes a warning of the migration. */
  readonly warnings: readonly string[]
}

/** What a package does not say stays as it is. */
export interface PackagedSettings
  extends Partial<
      Pick<Course, 'defaultView' | 'isPublic' | 'license' | 'restrictEnrollmentsToCourseDates' | 'timeZone'>
    >,
    Pick<Course, 'settings'> {
  /** Migration id of the file that is the course image. */
  readonly imageMigrationId: string | null
}

export interface Restrictions {
  readonly locked: boolean
  readonly hidden: boolean
  readonly lockAt: string | null
  readonly unlockAt: string | null
}

export interface PackagedFolder extends Restrictions {
  /** Names below "course files", outermost first; `[]` is the root. */
  readonly path: readonly string[]
}

export interface PackagedFile extends Restrictions, Pick<StoredFile, 'contentType' | 'bytes' | 'usageRights'> {
  readonly migrationId: string
  readonly folderPath: readonly string[]
  readonly displayName: string
  /** Path by which the links of a package name the file, where that is not its folders and display name. */
  readonly linkPath?: string
  /** First file of the chain of copies; `null` for a file out of a cartridge. */
  readonly clonedItemId: number | null
}

export interface PackagedPage extends Pick<Page, 'title' | 'editingRoles' | 'todoDate' | 'publishAt'> {
  readonly migrationId: string
  /** The slug it had in the source. */
  readonly url: string
  readonly body: string | null
  readonly isPublished: boolean
  readonly isFrontPage: boolean
}

export interface PackagedActivity
  extends Pick<
    Activity,
    'kind' | 'title' | 'body' | 'dueAt' | 'unlockAt' | 'lockAt' | 'pointsPossible' | 'settings' | 'questions'
  > {
  readonly migrationId: string
  readonly isPublished: boolean
  /** Of a quiz or discussion that counts; without a migration id where the package has none for it. */
  readonly assignment: Pick<GradingAssignment, 'migrationId' | 'settings'> | null
  /** Migration id of its assignment group; `null` where the package does not say. */
  readonly groupMigrationId: string | null
}

export interface PackagedGroup {
  readonly migrationId: string
  readonly name: string
  readonly position: number | null
  readonly weight: number | null
  readonly dropLowest: number | null
  readonly dropHighest: number | null
  /** Migration ids of assignments. */
  readonly neverDrop: readonly string[]
}

export interface PackagedModule {
  readonly migrationId: string
  readonly name: string
  readonly position: number
  readonly isPublished: boolean
  readonly unlockAt: string | null
  readonly requireSequentialProgress: boolean
  readonly publishFinalGrade: boolean
  readonly requirementCount: number | null
  readonly prerequisiteMigrationIds: readonly string[]
  readonly items: readonly PackagedItem[]
}

export interface PackagedItem {
  readonly migrationId: string
  readonly title: string
  readonly type: ModuleItemType
  /** Migration id of the page, file, assignment …; `null` for SubHeader, ExternalUrl and tools. */
  readonly contentMigrationId: string | null
  readonly externalUrl: string | null
  readonly position: number
  readonly indent: number
  readonly newTab: boolean
  readonly isPublished: boolean
  readonly completionRequirement: CompletionRequirement | null
}
