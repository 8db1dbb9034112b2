import type { CopyMode, CopyReport } from '@recourse/core/library'
import type { Command } from 'commander'
import { cell, line, type Section, type Sheet } from '../../render/sheet.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import { findCourse } from './find-course.ts'
import { type LibraryOptions, withLibrary } from './open-library.ts'
import { presentDone, presentRefusal } from './present-library.ts'

export interface CopyOptions extends LibraryOptions {
  readonly title?: string
  /** `--only-me` makes it false. */
  readonly onlyMe?: boolean
  readonly dryRun?: boolean
}

export function addCopyOptions(command: Command): Command {
  return command
    .argument('<course>', 'its id, the start of it, or its title')
    .option('--title <title>', 'of the copy; else that of the original, and that it is a copy')
    .option('--only-me', 'do not keep the author assignments')
    .option('--dry-run', 'say what it would do, and keep nothing')
}

export async function copy(
  mode: CopyMode,
  words: string,
  options: CopyOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { duplicateCourse, shareCourse } = await import('../../library/index.ts')
  const { proposeTitle } = await import('@recourse/core/library')
  const command = `library ${mode}`
  const { dryRun: isDryRun = false } = options
  return withLibrary(options, context, async library => {
    const { courseId, title } = await findCourse(library, words)
    const wishes = {
      courseId,
      title: options.title ?? proposeTitle(title, mode),
      keepsAuthors: options.onlyMe !== true,
      isDryRun,
    }
    const make = mode === 'share' ? shareCourse : duplicateCourse
    const outcome = await make(library.db, library.actor, wishes)
    if (!outcome.ok) return presentRefusal(command, outcome, options, context)
    const { value: report, changeId } = outcome
    const data = { isDryRun, changeId: isDryRun ? null : changeId, report }
    return presentDone(
      { command, sheet: describe(report, title, { isDryRun, changeId, context }), data },
      options,
      context,
    )
  })
}

interface Said {
  readonly isDryRun: boolean
  readonly changeId: string
  readonly context: CommandContext
}

function describe(report: CopyReport, original: string, { isDryRun, changeId, context }: Said): Sheet {
  const { title, courseId, plan, checks } = report
  const how = plan.mode === 'share' ? 'shares its Learning Objects with' : 'is independent of'
  const undo = { purpose: 'take it back', command: `${context.program} library undo ${changeId}` }
  const rows = plan.tables.map(({ of, rule, count }) => [
    cell(of),
    cell(rule),
    cell(count === null ? '' : String(count)),
  ])
  return {
    title: plan.mode === 'share' ? 'Share' : 'Duplicate',
    verdict: line(isDryRun ? `“${title}” would be made of “${original}”.` : `“${title}” ${how} “${original}”.`, 'good'),
    facts: isDryRun ? [] : [{ label: 'Course', text: courseId }],
    sections: [
      {
        title: 'What becomes of what',
        count: null,
        lines: [],
        table: { columns: ['Of the original', 'In the copy', 'Number'], rows },
      },
      ...losses(report),
      { title: 'Asked of the real rows', count: checks.length, lines: checks.map(toLine) },
      ...(isDryRun ? [] : [{ title: 'Next', count: null, lines: [], commands: [undo] }]),
    ],
  }
}

function toLine({ invariant, offending }: CopyReport['checks'][number]) {
  return line(`${invariant}${offending === 0 ? '' : `: not so for ${offending}`}`, offending === 0 ? 'good' : 'bad')
}

function losses({ unstyled, outsideLinks, hasEqualTitle }: CopyReport): readonly Section[] {
  const lines = [
    ...unstyled.map(({ title, styleKey }) =>
      line(`The page “${title}” has lost its Course Style ${styleKey}.`, 'caution'),
    ),
    ...(outsideLinks ?? []).map(({ pageTitle }) =>
      line(`A link on the page “${pageTitle}” leads outside the course, as before.`, 'caution'),
    ),
    ...(hasEqualTitle ? [line('Another course has the same title.', 'caution')] : []),
  ]
  return lines.length === 0 ? [] : [{ title: 'To look at', count: lines.length, lines }]
}
