import type { ArchiveDocument } from '@recourse/core/transfer'

/** An id, or the key of a style, that an archive gives to two things of a kind; `undefined`: each has its own. */
export function findDoubles({ course, items }: ArchiveDocument): string | undefined {
  const objects = course.modules.flatMap(module => module.objects)
  const blocks = objects.flatMap(object => object.pages).map(page => page.blocks.map(block => `${page.id} ${block.id}`))
  const lists = [
    course.modules.map(({ id }) => id),
    objects.map(({ id }) => id),
    objects.flatMap(object => object.pages).map(({ id }) => id),
    course.styles.map(({ key }) => key),
    items.map(({ id }) => id),
    blocks.flat(),
  ]
  return lists.map(findDouble).find(each => each !== undefined)
}

function findDouble(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find(name => seen.size === seen.add(name).size)
}
