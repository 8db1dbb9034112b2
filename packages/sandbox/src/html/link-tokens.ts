/** The words Canvas puts in the place of addresses while a course travels (canvas-lms lib/cc/cc_helper.rb). */
export const objectToken = '$CANVAS_OBJECT_REFERENCE$'
export const courseToken = '$CANVAS_COURSE_REFERENCE$'
export const wikiToken = '$WIKI_REFERENCE$'
export const fileToken = '$IMS-CC-FILEBASE$'

/** Kinds of objects that links name, by the word Canvas uses in addresses; `module_items` stands for `modules/items`. */
export type LinkKind =
  | 'files'
  | 'pages'
  | 'modules'
  | 'module_items'
  | 'assignments'
  | 'quizzes'
  | 'discussion_topics'
  | 'announcements'
  | 'calendar_events'

const keywords = [
  'CANVAS_COURSE_REFERENCE',
  'CANVAS_OBJECT_REFERENCE',
  'WIKI_REFERENCE',
  'IMS_CC_FILEBASE',
  'IMS-CC-FILEBASE',
]

/** `%24WIKI_REFERENCE%24` as `$WIKI_REFERENCE$`: some editors percent-encode what they hold to be an address. */
export function decodeTokens(url: string): string {
  return keywords.reduce((text, word) => text.replaceAll(`%24${word}%24`, `$${word}$`), url)
}

/** A `module_item_id=` in a query names a module item, too; the rest of the query stays. */
export function translateModuleItem(query: string, translate: (id: string) => string | undefined): string {
  const parameter = query
    .replace('?', '')
    .split('&')
    .find(part => part.includes('module_item_id='))
  const id = parameter?.split('=').at(-1)
  const translated = id === undefined ? undefined : translate(id)
  if (parameter === undefined || translated === undefined) return query
  return query.replace(parameter, () => `module_item_id=${translated}`)
}
