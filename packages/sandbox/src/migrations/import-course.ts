import { importActivity } from './import-activities.ts'
import { importFile, importFolder } from './import-files.ts'
import { importGroup, importRules } from './import-groups.ts'
import { importModule, repairPositions } from './import-modules.ts'
import { importPage } from './import-pages.ts'
import type { ImportRun } from './import-run.ts'
import { importSettings, importSyllabus, settleHome } from './import-settings.ts'
import { type Insertion, insertIntoModule } from './insert-into-module.ts'
import { addIssue } from './issues.ts'
import { resolveLinks } from './resolve-links.ts'
import { type DateShift, shiftImported } from './shift-dates.ts'

export interface ImportChoices {
  readonly dateShift: DateShift | null
  readonly skipsSettings: boolean
  readonly skipsVisibility: boolean
  readonly insertion: Insertion | null
}

/** One step that has been done: what it was, and how far the import has come (Canvas's own figures). */
export interface ImportStep {
  readonly name: string
  readonly percent: number
}

/** Rows that a stage imports are cut into at most this many steps, so that a copy can be met half done. */
const STEPS_PER_STAGE = 4

/**
 * Carries a package out in Canvas's order (`CourseContentImporter.import_content`): files, quizzes, discussions, pages,
 * assignments, modules, settings, front page, and the links of everything at the very end.
 */
export function* importCourse(run: ImportRun, choices: ImportChoices): Generator<ImportStep, void> {
  const { package: content, world, migration } = run
  for (const warning of content.warnings) addIssue(world, migration, { description: warning })
  yield* inSteps('folders', content.folders, 10, 10, folder => importFolder(run, folder))
  yield* inSteps('files', content.files, 10, 20, file => importFile(run, file))
  const ofKind = (...kinds: readonly string[]) => content.activities.filter(row => kinds.includes(row.kind))
  for (const group of content.assignmentGroups) importGroup(run, group)
  yield* inSteps('quizzes', ofKind('quiz'), 60, 65, row => importActivity(run, row))
  yield* inSteps('discussions', ofKind('discussion_topic', 'announcement'), 65, 70, row => importActivity(run, row))
  yield* inSteps('pages', content.pages, 70, 75, page => importPage(run, page))
  yield* inSteps('assignments', ofKind('assignment'), 75, 80, row => importActivity(run, row))
  for (const group of content.assignmentGroups) importRules(run, group)
  yield* inSteps('modules', content.modules, 80, 85, module => importModule(run, module))
  repairPositions(world, run.destination.id)
  if (choices.insertion) insertIntoModule(run, choices.insertion)
  yield* finishImport(run, choices)
}

function* finishImport(run: ImportRun, choices: ImportChoices): Generator<ImportStep, void> {
  const { settings, syllabusBody } = run.package
  if (settings && !choices.skipsSettings) importSettings(run, settings, choices)
  yield { name: 'settings', percent: 90 }
  settleHome(run)
  if (syllabusBody !== null) importSyllabus(run, syllabusBody)
  yield { name: 'front page', percent: 90 }
  resolveLinks(run)
  yield { name: 'links', percent: 95 }
  if (choices.dateShift) shiftOrWarn(run, choices.dateShift)
  yield { name: 'dates', percent: 99 }
}

/** Dates nobody can shift (the year 99999) are a warning: the copy itself has succeeded. */
function shiftOrWarn(run: ImportRun, shift: DateShift): void {
  try {
    shiftImported(run, shift)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    addIssue(run.world, run.migration, { description: "Couldn't adjust the due dates." })
  }
}

function* inSteps<Row>(
  stage: string,
  rows: readonly Row[],
  from: number,
  to: number,
  act: (row: Row) => void,
): Generator<ImportStep, void> {
  const size = Math.ceil(rows.length / STEPS_PER_STAGE)
  for (let start = 0; start < rows.length; start += size) {
    const end = Math.min(start + size, rows.length)
    rows.slice(start, end).forEach(act)
    yield { name: `${stage} ${end}/${rows.length}`, percent: Math.round(from + ((to - from) * end) / rows.length) }
  }
}
