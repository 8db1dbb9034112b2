import type { Command } from 'commander'
import { cell, line, type Sheet } from '../../render/sheet.ts'
import { count } from '../../render/words.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { findCourse } from './find-course.ts'
import { libraryCommand } from './library-command.ts'
import { type LibraryOptions, withLibrary } from './open-library.ts'
import { presentDone, presentRefusal } from './present-library.ts'

const EXAMPLES = `
Examples:
  $ recourse library show "Soil Science 101"
  $ recourse library show 3fa1b2 --json

Modules, Learning Objects with their ids and where else they are, and pages. Exit codes: 0 shown, 1 an error.`

export function addShow(library: Command, context: CommandContext, act: Act): void {
  const command = libraryCommand('show', 'what a course holds', EXAMPLES).argument(
    '<course>',
    'its id, the start of it, or its title',
  )
  library.addCommand(
    command.action((course: string, options: LibraryOptions) => act(() => show(course, options, context))),
  )
}

async function show(words: string, options: LibraryOptions, context: CommandContext): Promise<ExitCode> {
  const { readOutline } = await import('../../library/index.ts')
  return withLibrary(options, context, async library => {
    const { courseId } = await findCourse(library, words)
    const found = await readOutline(library.db, library.actor, courseId)
    if (!found.ok) return presentRefusal('library show', found, options, context)
    return presentDone(
      { command: 'library show', sheet: describe(found.value), data: { course: found.value } },
      options,
      context,
    )
  })
}

type Read = Awaited<ReturnType<typeof import('../../library/index.ts')['readOutline']>>
type Outline = Extract<Read, { ok: true }>['value']

function describe({ id, title, kind, isTrashed, authors, modules, copiedFrom }: Outline): Sheet {
  const origin =
    copiedFrom === null ? [] : [{ label: 'Copied from', text: `${copiedFrom.title} (${copiedFrom.courseId})` }]
  return {
    title,
    verdict: isTrashed ? line('In the trash.', 'caution') : line(`${count(modules.length, 'module')}.`),
    facts: [
      { label: 'Id', text: id },
      { label: 'Kind', text: kind },
      { label: 'Authors', text: authors.map(({ name }) => name).join(', ') },
      ...origin,
    ],
    sections: modules.map(module => ({
      title: module.name,
      count: module.objects.length,
      lines: [],
      table: { columns: ['Learning Object', 'Pages', 'Also in', 'Id'], rows: module.objects.map(toRow) },
    })),
  }
}

type OutlineObject = Outline['modules'][number]['objects'][number]

function toRow({ id, content, pages, reach }: OutlineObject) {
  const titles = reach.courses.map(({ title }) => title)
  const others = reach.hidden > 0 ? [...titles, `${reach.hidden} that one may not open`] : titles
  return [
    cell(content.name),
    cell(pages.map(({ title }) => title).join(' · ')),
    cell(others.join(', ')),
    cell(id, 'quiet'),
  ]
}
