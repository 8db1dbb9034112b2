import type { CartridgeQuestion } from '@recourse/core/cartridge'

/**
 * What the sandbox Canvas holds: mutable rows in maps, one id sequence per kind, as in a Rails database.
 * Every other file of the sandbox reads and changes these rows; nothing else is state.
 * Ids are numbers here (Canvas's JSON form); the wire turns them into strings when asked to.
 */

export type EnrollmentType =
  | 'TeacherEnrollment'
  | 'TaEnrollment'
  | 'DesignerEnrollment'
  | 'StudentEnrollment'
  | 'ObserverEnrollment'

/** A right as `GET /courses/:id/permissions` names it (`manage_wiki_update`, `manage_course_content_edit`, …). */
export type Permission = string

export interface User {
  id: number
  name: string
  login: string
  password: string
  /** Access tokens of this user; each has its own throttling bucket. */
  tokens: string[]
  /** An administrator of the root account may do everything. */
  isAdmin: boolean
  /** The student of Student View: of one course, nobody's login. */
  isTestStudent?: boolean
  /** Ids of the courses marked as favourites; who marked none has all of them. */
  favorites: Set<number>
  createdAt: string
}

export interface Enrollment {
  id: number
  courseId: number
  userId: number
  type: EnrollmentType
  /** Rights taken from this enrolment's role in this course, e.g. a teaching assistant without page rights. */
  denied: Permission[]
  state: 'active' | 'invited' | 'completed'
}

export interface Term {
  id: number
  name: string
  sisTermId: string | null
  startAt: string | null
  endAt: string | null
  state: 'active' | 'deleted'
  createdAt: string
}

export interface Account {
  id: number
  name: string
  parentId: number | null
}

export interface Course {
  id: number
  uuid: string
  name: string
  courseCode: string
  accountId: number
  termId: number
  sisCourseId: string | null
  startAt: string | null
  endAt: string | null
  /** Canvas's API form. */
  workflowState: 'unpublished' | 'available' | 'completed' | 'deleted'
  defaultView: 'feed' | 'wiki' | 'modules' | 'syllabus' | 'assignments'
  /** Slug of the front page, `null` without one (Canvas: `wikis.front_page_url`). */
  frontPageUrl: string | null
  isBlueprint: boolean
  isPublic: boolean
  timeZone: string
  syllabusBody: string | null
  license: string
  restrictEnrollmentsToCourseDates: boolean
  /** Anything else the API lets one set and read back (`course_format`, `storage_quota_mb`, …), by its API name. */
  settings: Record<string, unknown>
  createdAt: string
}

/** Rows that a course copy follows from source to destination. */
export interface Copied {
  id: number
  courseId: number
  /** `i` or `g` and 32 hex digits, the key by which a re-copy finds this row again; `null` for what was made here. */
  migrationId: string | null
  createdAt: string
  updatedAt: string
}

export interface ContextModule extends Copied {
  name: string
  position: number
  state: 'active' | 'unpublished' | 'deleted'
  unlockAt: string | null
  requireSequentialProgress: boolean
  publishFinalGrade: boolean
  prerequisiteModuleIds: number[]
  requirementCount: number | null
}

export type ModuleItemType =
  | 'File'
  | 'Page'
  | 'Discussion'
  | 'Assignment'
  | 'Quiz'
  | 'SubHeader'
  | 'ExternalUrl'
  | 'ExternalTool'

export interface CompletionRequirement {
  type: 'must_view' | 'must_contribute' | 'must_submit' | 'must_mark_done' | 'min_score'
  minScore?: number
}

export interface ModuleItem extends Copied {
  moduleId: number
  title: string
  position: number
  indent: number
  type: ModuleItemType
  /** Row id of the page, file, assignment …; `null` for SubHeader and ExternalUrl. */
  contentId: number | null
  externalUrl: string | null
  newTab: boolean
  completionRequirement: CompletionRequirement | null
  state: 'active' | 'unpublished' | 'deleted'
}

/** What a lock of a blueprint holds (canvas-api §2.9, `restrict_item`). */
export type BlueprintLock = Readonly<
  Partial<Record<'content' | 'points' | 'due_dates' | 'availability_dates', boolean>>
>

/** Rows that a blueprint may lock. */
interface Lockable extends Copied {
  /** In a blueprint course: what is locked where it is sent. In an associated one: what may not be changed here. */
  blueprintLock: BlueprintLock | null
}

export interface PageRevision {
  revisionId: number
  updatedAt: string
  editedBy: number | null
  url: string
  title: string
  body: string
}

export interface Page extends Lockable {
  /** The slug. */
  url: string
  /** Slugs that led here before a change of title. */
  formerUrls: string[]
  title: string
  /** As stored: after the sanitiser, before the API's decoration. */
  body: string | null
  editingRoles: string
  state: 'active' | 'unpublished' | 'deleted'
  revisedAt: string
  lastEditedBy: number | null
  todoDate: string | null
  publishAt: string | null
  /** Oldest first; `revisionId` counts from 1 within the page. */
  revisions: PageRevision[]
}

/** Where assignments and graded quizzes stand in the grade book. */
export interface AssignmentGroup extends Copied {
  name: string
  position: number
  /** Of the whole grade, in percent. */
  weight: number
  rules: GroupRules
  state: 'available' | 'deleted'
}

/** As the API has them; `never_drop` holds row ids of assignments. */
export interface GroupRules {
  drop_lowest?: number
  drop_highest?: number
  never_drop?: number[]
}

/** What makes a quiz or discussion count: an assignment of the same title, text, points and dates. */
export interface GradingAssignment {
  readonly id: number
  readonly migrationId: string | null
  /** Fields read back as they were given (grading type, peer reviews …). */
  readonly settings: Readonly<Record<string, unknown>>
}

/** Assignments, discussions, announcements and quizzes: as much as modules and course copies need. */
export interface Activity extends Lockable {
  kind: 'assignment' | 'discussion_topic' | 'announcement' | 'quiz'
  title: string
  body: string | null
  state: 'active' | 'unpublished' | 'deleted'
  dueAt: string | null
  unlockAt: string | null
  lockAt: string | null
  pointsPossible: number | null
  /** `null`: the first group of the course. */
  assignmentGroupId: number | null
  /** Of a quiz or discussion that counts. */
  assignment: GradingAssignment | null
  /** Fields read back as they were given (submission types, time limit …). */
  settings: Record<string, unknown>
  /** Of a quiz out of a package: the API does not show them, an export has them again. */
  questions: readonly CartridgeQuestion[]
}

export interface Folder {
  id: number
  courseId: number
  parentId: number | null
  name: string
  locked: boolean
  hidden: boolean
  lockAt: string | null
  unlockAt: string | null
  position: number
  createdAt: string
  updatedAt: string
}

export interface StoredFile extends Lockable {
  uuid: string
  folderId: number
  displayName: string
  /** URL-encoded form of the name at upload. */
  filename: string
  contentType: string
  bytes: Uint8Array
  state: 'available' | 'deleted'
  /** The file that took this one's place in its folder: an old id keeps resolving to it. */
  replacedById: number | null
  /** Clone lineage: the first file of a chain of copies, by which a re-copy finds its earlier copy. */
  clonedItemId: number | null
  locked: boolean
  hidden: boolean
  lockAt: string | null
  unlockAt: string | null
  /** Usage rights as the API and the cartridge name them. */
  usageRights: { useJustification: string; legalCopyright: string | null; license: string | null } | null
}

export type MigrationType =
  | 'course_copy_importer'
  | 'canvas_cartridge_importer'
  | 'common_cartridge_importer'
  | 'zip_file_importer'
  | 'qti_converter'
  | 'moodle_converter'
  | 'master_course_import'

export interface MigrationIssue {
  id: number
  description: string
  issueType: 'todo' | 'warning' | 'error'
  state: 'active' | 'resolved'
  fixIssueUrl: string | null
  createdAt: string
  updatedAt: string
}

export interface ContentMigration {
  id: number
  courseId: number
  userId: number
  type: MigrationType
  /** Internal state; the API form is a mapping of it (canvas-lms `lib/api/v1/content_migration.rb`). */
  state:
    | 'created'
    | 'queued'
    | 'pre_processing'
    | 'pre_processed'
    | 'exporting'
    | 'exported'
    | 'importing'
    | 'imported'
    | 'failed'
  sourceCourseId: number | null
  settings: Record<string, unknown>
  attachmentId: number | null
  progressId: number
  issues: MigrationIssue[]
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}

export interface Progress {
  id: number
  contextId: number
  contextType: string
  tag: string
  userId: number
  completion: number
  state: 'queued' | 'running' | 'completed' | 'failed'
  message: string | null
  createdAt: string
  updatedAt: string
}

export interface BlueprintSubscription {
  id: number
  templateId: number
  blueprintCourseId: number
  childCourseId: number
}

/** A requirement of a module item that a student has met. */
export interface Completion {
  id: number
  userId: number
  itemId: number
  completedAt: string
}

/** The rows of one sandbox. */
export interface Rows {
  accounts: Map<number, Account>
  users: Map<number, User>
  enrollments: Map<number, Enrollment>
  terms: Map<number, Term>
  courses: Map<number, Course>
  modules: Map<number, ContextModule>
  moduleItems: Map<number, ModuleItem>
  pages: Map<number, Page>
  activities: Map<number, Activity>
  assignmentGroups: Map<number, AssignmentGroup>
  folders: Map<number, Folder>
  files: Map<number, StoredFile>
  migrations: Map<number, ContentMigration>
  progresses: Map<number, Progress>
  subscriptions: Map<number, BlueprintSubscription>
  completions: Map<number, Completion>
}
