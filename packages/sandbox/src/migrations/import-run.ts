import type {
  Activity,
  BlueprintLock,
  ContentMigration,
  ContextModule,
  Course,
  Folder,
  ModuleItem,
  Page,
  StoredFile,
} from '../model.ts'
import type { World } from '../world.ts'
import type { CoursePackage } from './course-package.ts'

/** One package on its way into one course: what every stage of the import is given. */
export interface ImportRun {
  readonly world: World
  readonly migration: ContentMigration
  readonly destination: Course
  readonly package: CoursePackage
  /** What a blueprint sync does otherwise than a copy; `null` for a copy. */
  readonly sync: SyncRules | null
  /** Every row this import has written: links are resolved and dates shifted in these only. */
  readonly imported: Imported
  readonly copied: CopiedRows
  /** Module items by migration id, of whatever module: links name them so. */
  readonly itemIds: Map<string, number>
  /** Ids in the assignments API by migration id: links to a graded quiz or discussion may name its assignment. */
  readonly assignmentIds: Map<string, number>
  /** `a/b.png` in the package → migration id, for `$IMS-CC-FILEBASE$` links. */
  readonly filePaths: Map<string, string>
  /** Position of the last module before the import: new modules come after it. */
  readonly lastModulePosition: number
}

export interface Imported {
  readonly folders: Folder[]
  readonly files: StoredFile[]
  readonly pages: Page[]
  readonly activities: Activity[]
  readonly modules: ContextModule[]
  /** Bodies that hold placeholders until the last stage; each has its tokens as they came. */
  readonly bodies: PendingBody[]
}

export interface PendingBody {
  readonly tokens: string
  /** `Wiki Page body`: how the issue names the place. */
  readonly label: string
  /** Where a person can mend it. */
  readonly fixUrl: () => string
  readonly write: (html: string) => void
}

/** The rules of a blueprint sync (canvas-api §2.9). */
export interface SyncRules {
  /** True if the course's own change to this row is kept, because the blueprint did not lock it. */
  readonly keepsLocalChange: (migrationId: string, row: object) => boolean
  /** True if the course's own publishing or unpublishing of this row is kept. */
  readonly keepsLocalState: (migrationId: string, row: object) => boolean
  readonly lockOf: (migrationId: string) => BlueprintLock | null
}

export function createRun(
  world: World,
  migration: ContentMigration,
  destination: Course,
  content: CoursePackage,
  sync: SyncRules | null,
): ImportRun {
  return {
    world,
    migration,
    destination,
    package: content,
    sync,
    imported: { folders: [], files: [], pages: [], activities: [], modules: [], bodies: [] },
    copied: indexCopied(world, destination.id),
    itemIds: indexItems(world, destination.id),
    assignmentIds: indexAssignments(world, destination.id),
    filePaths: new Map(
      content.files.map(file => [file.linkPath ?? [...file.folderPath, file.displayName].join('/'), file.migrationId]),
    ),
    lastModulePosition: lastPosition(world, destination.id),
  }
}

function lastPosition(world: World, courseId: number): number {
  const modules = [...world.rows.modules.values()].filter(row => row.courseId === courseId && row.state !== 'deleted')
  return Math.max(0, ...modules.map(row => row.position))
}

/** What earlier copies (and this one, so far) brought into the destination, by migration id; deleted rows included. */
export interface CopiedRows {
  readonly files: Map<string, StoredFile>
  readonly pages: Map<string, Page>
  readonly activities: Map<string, Activity>
  readonly modules: Map<string, ContextModule>
  /** By {@link itemKey}: an item belongs to its module. */
  readonly items: Map<string, ModuleItem>
}

export function indexCopied({ rows }: World, courseId: number): CopiedRows {
  const key = (row: { migrationId: string | null }) => row.migrationId
  // A file that is there is found before a deleted one with the same key.
  const files = [...rows.files.values()].toSorted(
    (a, b) => Number(a.state === 'deleted') - Number(b.state === 'deleted'),
  )
  return {
    files: indexBy(files, courseId, key),
    pages: indexBy(rows.pages.values(), courseId, key),
    activities: indexBy(rows.activities.values(), courseId, key),
    modules: indexBy(rows.modules.values(), courseId, key),
    items: indexBy(
      rows.moduleItems.values(),
      courseId,
      row => row.migrationId && itemKey(row.moduleId, row.migrationId),
    ),
  }
}

function indexItems({ rows }: World, courseId: number): Map<string, number> {
  const items = [...rows.moduleItems.values()].filter(row => row.courseId === courseId)
  return new Map(items.flatMap(row => (row.migrationId === null ? [] : [[row.migrationId, row.id]])))
}

function indexAssignments({ rows }: World, courseId: number): Map<string, number> {
  const ids = new Map<string, number>()
  for (const row of rows.activities.values()) if (row.courseId === courseId) noteAssignment(ids, row)
  return ids
}

/** Notes by which migration id an activity's assignment is named. */
export function noteAssignment(ids: Map<string, number>, { kind, id, migrationId, assignment }: Activity): void {
  if (kind === 'assignment' && migrationId !== null) ids.set(migrationId, id)
  if (assignment !== null && assignment.migrationId !== null) ids.set(assignment.migrationId, assignment.id)
}

/** The first of several wins, as `where(migration_id: …).first` has it. */
function indexBy<Row extends { courseId: number }>(
  rows: Iterable<Row>,
  courseId: number,
  keyOf: (row: Row) => string | null,
): Map<string, Row> {
  const index = new Map<string, Row>()
  for (const row of rows) {
    const key = row.courseId === courseId ? keyOf(row) : null
    if (key !== null && !index.has(key)) index.set(key, row)
  }
  return index
}

export function itemKey(moduleId: number, migrationId: string): string {
  return `${moduleId} ${migrationId}`
}

export function find<Row>(index: ReadonlyMap<string, Row>, migrationId: string | null): Row | undefined {
  return migrationId === null ? undefined : index.get(migrationId)
}
