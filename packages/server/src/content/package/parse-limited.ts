import { type DefaultTreeAdapterMap, defaultTreeAdapter, type TreeAdapter } from 'parse5'
import { PackageError } from './package-error.ts'

const DEEPEST = 10_000
const MOST = 400_000

/**
 * parse5 walks its stack of open elements for each tag, so a deep page costs quadratic time; and formatting elements that
 * are never closed are made anew in every block, so a short text can mean any number of elements. Both are refused.
 */
export function limitedTreeAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let [depth, count] = [0, 0]
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      count += 1
      if (count > MOST) throw tooLarge()
      return defaultTreeAdapter.createElement(tagName, namespace, attributes)
    },
    onItemPush() {
      depth += 1
      if (depth > DEEPEST) throw tooLarge()
    },
    onItemPop() {
      depth -= 1
    },
  }
}

function tooLarge(): PackageError {
  const message = 'This package is refused: a page in it nests or repeats its markup without end.'
  return new PackageError('too-large', `${message} Export the course without it.`)
}
