import type { Root } from 'hast'

/** A door's HTML parser: a fragment's text → its tree. */
export type HtmlParser = (html: string) => Root
