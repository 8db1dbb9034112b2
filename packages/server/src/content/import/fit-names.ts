import type { CourseDraft } from '@recourse/core/transfer'

/** As `requireName` of the library has it; whoever types one is told, a package cannot be asked. */
const LONGEST = 500

/** Every name on one line, there, and short enough to be kept. */
export function fitNames(draft: CourseDraft): CourseDraft {
  return {
    ...draft,
    title: fitName(draft.title),
    modules: draft.modules.map(module => ({
      ...named(module),
      objects: module.objects.map(object => ({
        ...named(object),
        pages: object.pages.map(page => ({ ...page, title: fitName(page.title) })),
      })),
    })),
    items: draft.items.map(named),
  }
}

function named<T extends { readonly name: string }>(thing: T): T {
  return { ...thing, name: fitName(thing.name) }
}

function fitName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: nobody sees these.
  const line = name.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  if (line.length <= LONGEST) return line || 'Untitled'
  // Never half a character.
  return `${line.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
