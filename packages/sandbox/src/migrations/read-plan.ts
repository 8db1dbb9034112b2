import { findCourse } from '../find-course.ts'
import { exportLinks } from '../html/course-links.ts'
import type { Call } from '../http/call.ts'
import { invalid, refused } from '../http/errors.ts'
import type { Params } from '../http/params.ts'
import { flag, list, nested, presentText } from '../http/reading.ts'
import type { Course } from '../model.ts'
import { can } from '../rights.ts'
import type { World } from '../world.ts'
import type { CoursePackage } from './course-package.ts'
import { exportCourse } from './export-course.ts'
import type { ImportChoices } from './import-course.ts'
import { readInsertion } from './insert-into-module.ts'
import { linkSource } from './link-source.ts'
import { migrationIdOf, type ToMigrationId } from './migration-id.ts'
import { EVERYTHING, readCopyProperties, readSelect, type Selection } from './selection.ts'
import { readDateShift } from './shift-dates.ts'

/** Everything of a request to create a migration but its type and its source. */
export interface Wishes {
  readonly choices: ImportChoices
  readonly selection: Selection
  /** The migration waits for `PUT …/:id` with `copy[…]` after it was prepared. */
  readonly isSelective: boolean
}

export function readWishes(params: Params): Wishes {
  const shift = nested(params, 'date_shift_options')
  if (shift && flag(shift, 'shift_dates') && flag(shift, 'remove_dates'))
    throw invalid('date_shift_options', 'cannot specify shift_dates and remove_dates simultaneously')
  const skips = list(params, 'settings', 'importer_skips')
  return {
    choices: {
      dateShift: shift ? readDateShift(shift) : null,
      skipsSettings: skips.includes('all_course_settings'),
      skipsVisibility: skips.includes('visibility_settings'),
      insertion: readInsertion(params),
    },
    selection: readSelection(params),
    isSelective: flag(params, 'selective_import') === true,
  }
}

/** `select` (ids of the source), `copy` (properties of `selective_data`), or everything. */
function readSelection(params: Params): Selection {
  const copy = nested(params, 'copy')
  if (copy) return readCopyProperties(copy)
  const select = nested(params, 'select')
  return select ? readSelect(select) : EVERYTHING
}

/** The source of a course copy, by id or SIS form, which the caller may copy (`CourseCopyValidator`). */
export function getSource(call: Call, written: string | undefined): Course {
  if (written === undefined) throw refused('A course copy requires a source course.')
  const source = findCourse(call.world, written)
  if (!source || source.workflowState === 'deleted') throw refused('The source course was not found.')
  if (!can(call, source, 'read_as_admin')) throw refused('You are not allowed to copy the source course.')
  return source
}

export function sourceWritten(params: Params): string | undefined {
  return presentText(params, 'settings', 'source_course_id') ?? presentText(params, 'source_course')
}

/** The source as a package for another course of this Canvas. */
export function packCourse(
  world: World,
  source: Course,
  selection: Selection,
  toKey: ToMigrationId = migrationIdOf,
): CoursePackage {
  const links = linkSource(world, source, toKey)
  const mode = world.flags.preciseLinks ? 'precise' : 'string'
  return exportCourse({ world, source, toKey, toTokens: html => exportLinks(html, links, mode) }, selection)
}
