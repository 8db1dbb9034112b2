import { type CartridgeCourse, decodeText, readCartridge } from '@recourse/core/cartridge'
import { createCourse } from '../courses/courses.ts'
import type { CoursePackage } from '../migrations/course-package.ts'
import { createMigration } from '../migrations/create-migration.ts'
import { importCourse } from '../migrations/import-course.ts'
import { createRun } from '../migrations/import-run.ts'
import { moveProgress } from '../migrations/progress.ts'
import type { ContentMigration, Course } from '../model.ts'
import type { World } from '../world.ts'
import { belowManifest } from './below-manifest.ts'
import { readHtmlDocument } from './html-document.ts'
import { parseXml } from './parse-xml.ts'
import { toCoursePackage } from './to-course-package.ts'
import { leftOutWarning, type UnpackedCartridge, unpackCartridge } from './unpack-cartridge.ts'

/** The course model of an unpacked cartridge. Throws core's `CartridgeError` where it cannot be read. */
export function readUnpacked({ files, texts }: Pick<UnpackedCartridge, 'files' | 'texts'>): CartridgeCourse {
  return readCartridge({ fileNames: [...files.keys()], texts }, { parseXml, parseHtml: readHtmlDocument })
}

/** How this sandbox reads the packages that migrations bring. */
export function createCartridgeReader(world: World): (bytes: Uint8Array) => Promise<CoursePackage> {
  return async bytes => {
    const unpacked = await unpackPackage(bytes)
    return packageFor(world, unpacked, readUnpacked(unpacked))
  }
}

/** A cartridge of links only may be its manifest alone, without an archive (canvas-lms package_identifier.rb). */
async function unpackPackage(bytes: Uint8Array): Promise<UnpackedCartridge> {
  const isManifest = /^\s*(?:<[?!][^<]*)*<(?:\w+:)?manifest\s/.test(decodeText(bytes.subarray(0, 2000)))
  if (!isManifest) return unpackCartridge(bytes)
  const name = 'imsmanifest.xml'
  return { files: new Map([[name, bytes]]), texts: new Map([[name, decodeText(bytes)]]), leftOut: [] }
}

function packageFor(world: World, { files, leftOut }: UnpackedCartridge, course: CartridgeCourse): CoursePackage {
  const hostName = new URL(world.origin).hostname
  const content = toCoursePackage(course, { files: belowManifest(files), hostName })
  return { ...content, warnings: [...content.warnings, ...leftOut.map(leftOutWarning)] }
}

/** Who imports, and into which part of the world. */
export interface NewCourse {
  readonly accountId: number
  readonly termId: number
  readonly userId: number
}

/** A published course of its own made of an export, with the export's title and course code; the migration that made it, too. */
export async function addCartridgeCourse(
  world: World,
  bytes: Uint8Array,
  { accountId, termId, userId }: NewCourse,
): Promise<{ readonly course: Course; readonly migration: ContentMigration }> {
  const unpacked = await unpackPackage(bytes)
  const cartridge = readUnpacked(unpacked)
  const course = createCourse(world, { accountId, termId })
  course.name = cartridge.title || course.name
  course.courseCode = cartridge.settings?.get('course_code') ?? course.name
  course.workflowState = 'available'
  world.rows.courses.set(course.id, course)
  const migration = importCartridge(world, course.id, unpacked, userId)
  return { course, migration }
}

/** Imports a whole cartridge into a course at once, as a migration that has run: its issues are in the row it returns. */
export function importCartridge(
  world: World,
  courseId: number,
  unpacked: UnpackedCartridge,
  userId: number,
): ContentMigration {
  const course = world.rows.courses.get(courseId)
  if (course === undefined) throw new Error(`There is no course ${courseId} to import into.`)
  const content = packageFor(world, unpacked, readUnpacked(unpacked))
  const type = 'canvas_cartridge_importer'
  const migration = createMigration(world, { courseId, userId, type, sourceCourseId: null })
  migration.startedAt = world.nowIso()
  migration.state = 'importing'
  const run = createRun(world, migration, course, { ...content, sourceCourseId: null }, null)
  const steps = importCourse(run, { dateShift: null, skipsSettings: false, skipsVisibility: false, insertion: null })
  for (const { percent } of steps) moveProgress(world, migration.progressId, percent)
  moveProgress(world, migration.progressId, 100)
  migration.state = 'imported'
  migration.finishedAt = world.nowIso()
  return migration
}
