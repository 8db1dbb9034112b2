import { ItemShelf } from './item-shelf.tsx'

/** Pictures, films, files and web links. */
export function LibraryScreen() {
  return <ItemShelf shelf="library" />
}

/** Terms and what they mean. */
export function GlossaryScreen() {
  return <ItemShelf shelf="glossary" />
}
