import { mergeOrder } from './merge-list.ts'
import { type Merged, mergeEntries, mergeValue } from './merge-values.ts'
import type { ObjectContent } from './object-content.ts'

/** Two edits of one Learning Object, field by field, question by question, page by page. */
export function mergeObject(base: ObjectContent, ours: ObjectContent, theirs: ObjectContent): Merged<ObjectContent> {
  const field = <K extends keyof ObjectContent>(key: K): Merged<ObjectContent[K]> =>
    mergeValue(key, base[key], ours[key], theirs[key])
  const name = field('name')
  const objective = field('objective')
  const keywords = field('keywords')
  const reviewExercise = field('reviewExercise')
  const questionMode = field('questionMode')
  const questions = mergeEntries(base.questions, ours.questions, theirs.questions)
  const pageIds = mergePages(base.pageIds, ours.pageIds, theirs.pageIds)
  if (name.ok && objective.ok && keywords.ok && reviewExercise.ok && questionMode.ok && questions.ok && pageIds.ok) {
    const texts = { name: name.value, objective: objective.value, reviewExercise: reviewExercise.value }
    const lists = { keywords: keywords.value, questions: questions.value, pageIds: pageIds.value }
    return { ok: true, value: { ...texts, ...lists, questionMode: questionMode.value } }
  }
  const all = [name, objective, keywords, reviewExercise, questionMode, questions, pageIds]
  return { ok: false, conflicts: all.flatMap(each => (each.ok ? [] : each.conflicts)) }
}

function mergePages(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): Merged<readonly string[]> {
  const order = mergeOrder(base, ours, theirs)
  if (order !== undefined) return { ok: true, value: order }
  return { ok: false, conflicts: [{ at: 'pages', base, ours, theirs }] }
}
