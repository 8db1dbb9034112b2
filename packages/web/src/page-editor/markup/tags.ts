const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that only hold other blocks: they are kept as they are around what is edited in them. */
export const boxTags = set(
  'div section article aside header footer nav address figure figcaption details summary legend dl dt dd',
)

const otherBlocks = set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre hr table caption colgroup col thead tbody tfoot tr td th',
)

export function isBlockTag(tag: string): boolean {
  return boxTags.has(tag) || otherBlocks.has(tag)
}

/** Which mark of the editor a tag is; each keeps its own tag, so that `b` stays `b`. */
export const markOfTag: ReadonlyMap<string, string> = new Map(
  Object.entries({
    strong: 'bold',
    b: 'bold',
    em: 'italic',
    i: 'italic',
    u: 'underline',
    s: 'strike',
    strike: 'strike',
    del: 'strike',
    a: 'link',
  }),
)

/** Tags that say something about words and have no button of their own. */
export const phraseTags = set(
  'span font code kbd samp tt var sub sup small big mark cite q abbr acronym dfn bdo time ins',
)

/** What cannot be edited with its words. */
export const mediaTags = set('audio video source track')
