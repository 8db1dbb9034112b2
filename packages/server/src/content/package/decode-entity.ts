import { parseFragment } from 'parse5'

/** `&nbsp;` as the character that HTML means by it; what it does not know stays as it is. */
export function decodeEntity(written: string): string {
  const [node] = parseFragment(written).childNodes
  return node !== undefined && 'value' in node ? node.value : written
}
