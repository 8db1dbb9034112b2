import type { CourseId } from '@recourse/core'
import type { Instant } from './instant.ts'

/** How Canvas moves the dates of what it copies; days are `YYYY-MM-DD`. */
export type DateShift =
  | {
      readonly kind: 'shift'
      readonly oldStart?: Instant
      readonly oldEnd?: Instant
      readonly newStart?: Instant
      readonly newEnd?: Instant
    }
  | { readonly kind: 'remove' }

/** Which things to copy, by real ids of the source course; absent: everything. */
export interface CopySelection {
  readonly pages?: readonly string[]
  readonly modules?: readonly string[]
  readonly moduleItems?: readonly string[]
  readonly files?: readonly string[]
  readonly folders?: readonly string[]
  readonly assignments?: readonly string[]
}

export interface CourseCopy {
  /** An id, or a form that Canvas's finder takes, as `sis_course_id:ABC`. */
  readonly sourceCourseId: CourseId
  readonly dates?: DateShift
  readonly select?: CopySelection
  /** Leaves the settings of the destination alone (home page, image, syllabus). */
  readonly skipCourseSettings?: boolean
}

export function courseCopyBody(copy: CourseCopy): unknown {
  return {
    migration_type: 'course_copy_importer',
    settings: {
      source_course_id: copy.sourceCourseId,
      importer_skips: copy.skipCourseSettings === true ? ['all_course_settings'] : undefined,
    },
    date_shift_options: copy.dates && dateShiftBody(copy.dates),
    select: copy.select && selectionBody(copy.select),
  }
}

function dateShiftBody(dates: DateShift): unknown {
  if (dates.kind === 'remove') return { remove_dates: true }
  return {
    shift_dates: true,
    old_start_date: dates.oldStart,
    old_end_date: dates.oldEnd,
    new_start_date: dates.newStart,
    new_end_date: dates.newEnd,
  }
}

function selectionBody(select: CopySelection): unknown {
  return {
    pages: select.pages,
    modules: select.modules,
    module_items: select.moduleItems,
    files: select.files,
    folders: select.folders,
    assignments: select.assignments,
  }
}

/** An export package to be uploaded right after (`uploadPackage`). */
export interface PackageImport {
  readonly type: 'canvas_cartridge_importer' | 'common_cartridge_importer'
  readonly name: string
  readonly size: number
  readonly dates?: DateShift
}

export function packageImportBody(input: PackageImport): unknown {
  return {
    migration_type: input.type,
    pre_attachment: { name: input.name, size: input.size },
    date_shift_options: input.dates && dateShiftBody(input.dates),
  }
}
