import type { CourseId, FileId, FolderId, MigrationId, ModuleId, ModuleItemId, PageId, UserId } from '../../ids.ts'
import type { PageReading } from '../page/page-reading.ts'

/**
 * Everything a plan is drawn from, read once (design *Facts*). Plain data; instants are ISO-8601 text as Canvas
 * writes them, `null` where Canvas has none. Shells read it, tests write it, only `planImport` judges it.
 */
export interface ImportFacts {
  readonly readAt: string
  /** Origin of this Canvas, `https://canvas.example.edu`. */
  readonly origin: string
  readonly course: CourseFacts
  readonly rights: ImportRights
  /** A course copy, package import or blueprint sync into this course that is not finished. */
  readonly copying: CopyingNow | null
  /** The newest copy into this course, where it failed. */
  readonly failedCopy: FailedCopy | null
  /** Every page that holds a configuration or pretends to: the canonical slug first, then the last saved first. */
  readonly candidates: readonly ConfigurationPage[]
  /** Modules of this course in Canvas's order: all of them, whatever their number. */
  readonly modules: readonly CourseModule[]
  /** The caller may not change modules, so Canvas may keep unpublished ones back: what is not above may be here all the same. */
  readonly mayLackModules: boolean
  /** Courses that copies into this course came from, the nearest first, and the course of the page's tag. */
  readonly sources: readonly SourceCourse[]
  readonly records: readonly CopyRecord[]
  /** Files of this course; `null` when the configuration names none or they cannot be listed. */
  readonly files: readonly CourseFile[] | null
  /** Files the configuration names that are not in `files`, by the URL reference they were read for. */
  readonly otherFiles: readonly OtherFile[]
  /** Pages of this course, without bodies; `null` when none is referenced or they cannot be listed. */
  readonly pages: readonly CoursePage[] | null
  readonly lock: EditLock | null
  /** What could not be read, in a sentence each: it makes verdicts weaker, never wrong. */
  readonly unread: readonly string[]
}

export interface CourseFacts {
  readonly id: CourseId
  readonly name: string
  readonly code: string
  readonly published: boolean
  readonly startAt: string | null
  readonly term: TermFacts | null
}

export interface TermFacts {
  readonly name: string
  readonly startAt: string | null
  readonly endAt: string | null
}

export interface ImportRights {
  /** May change pages: without it a person sees the plan and no choices. */
  readonly editPages: boolean
  /** May publish pages. */
  readonly publishPages: boolean
  readonly addFiles: boolean
}

export interface CopyingNow {
  readonly migrationId: MigrationId
  readonly state: string
  /** 0–100, `null` where Canvas does not say. */
  readonly percent: number | null
  readonly from: { readonly courseId: CourseId | null; readonly name: string | null }
}

export interface FailedCopy {
  readonly migrationId: MigrationId
  readonly from: { readonly courseId: CourseId | null; readonly name: string | null }
  /** Page in Canvas that tells more. */
  readonly url: string
}

export interface ConfigurationPage {
  readonly pageId: PageId
  readonly slug: string
  readonly title: string
  readonly published: boolean
  readonly updatedAt: string
  readonly blueprintLocked: boolean
  readonly reading: PageReading
  /** Newest revision's number; `null` where revisions cannot be read. */
  readonly revisionId: number | null
  /** Earlier revisions that were read, newest first (only for the canonical page). */
  readonly earlier: readonly PageRevision[]
}

export interface PageRevision {
  readonly revisionId: number
  readonly updatedAt: string
  readonly reading: PageReading
}

export interface CourseModule {
  readonly id: ModuleId
  readonly name: string
  /** From 1, without gaps. */
  readonly position: number
  readonly published: boolean
  readonly unlockAt: string | null
  readonly items: readonly CourseModuleItem[]
}

export interface CourseModuleItem {
  readonly id: ModuleItemId
  readonly title: string
  readonly dueAt: string | null
}

export interface SourceCourse {
  readonly courseId: CourseId
  /** `null` unless a migration or the course itself says it. */
  readonly name: string | null
  readonly code: string | null
  readonly startAt: string | null
  readonly term: TermFacts | null
  /** `null` where this course's modules cannot be read, or not all of them. */
  readonly modules: readonly CourseModule[] | null
}

/** Canvas's `asset_id_mapping` of one copy (canvas-api §2.7): source id → id here. */
export interface CopyRecord {
  readonly fromCourseId: CourseId
  readonly toCourseId: CourseId
  readonly kind: 'course-copy' | 'blueprint' | 'package'
  readonly startedAt: string | null
  readonly finishedAt: string | null
  /** `null` where Canvas would not show it. */
  readonly assets: CopiedAssets | null
}

export const assetKinds = [
  'modules',
  'moduleItems',
  'files',
  'pages',
  'assignments',
  'quizzes',
  'discussionTopics',
  'announcements',
] as const

export type AssetKind = (typeof assetKinds)[number]

export interface CopiedAssets extends Readonly<Record<AssetKind, Readonly<Record<string, string>>>> {
  /** Migration id (`i…`, `g…`) → what it became here: how tokens that leaked into text are resolved. */
  readonly byMigrationId: Readonly<Record<string, { readonly kind: AssetKind; readonly id: string }>>
}

export interface CourseFile {
  readonly id: FileId
  readonly name: string
  readonly folderId: FolderId
  /** Path below "course files", `''` for the root, `null` where folders cannot be read. */
  readonly folderPath: string | null
  readonly sizeBytes: number
  readonly contentType: string
  /** Why students cannot see it, `null` when they can. */
  readonly hiddenBecause: 'locked' | 'hidden' | 'not-yet' | 'no-longer' | 'folder' | 'usage-rights' | null
  readonly thumbnailUrl: string | null
}

/** One file URL of the configuration that points outside this course's listing. */
export interface OtherFile {
  /** As `fileReferenceKey` writes it: `4101/900`, or `/901` for a bare `/files/901`. */
  readonly key: string
  readonly found:
    | { readonly ok: true; readonly file: CourseFile; readonly courseId: CourseId | null }
    | { readonly ok: false; readonly reason: 'missing' | 'denied' | 'unknown' }
}

export interface CoursePage {
  readonly id: PageId
  readonly slug: string
  readonly title: string
  readonly published: boolean
}

/** The page "Canvas Collections - editing" (collections-1.3 §1.3): somebody is editing with 1.3 or with Recourse. */
export interface EditLock {
  readonly pageId: PageId
  readonly userId: UserId | null
  /** Name of who saved it, `null` where Canvas does not show it. */
  readonly userName: string | null
  readonly updatedAt: string
  /** Ours: taken by the person who is now asking. */
  readonly mine: boolean
}
