import type { Element, Root } from 'xast'
import type { CartridgeActivity } from '../cartridge/index.ts'
import { childElements, childNamed, descendantsNamed, localName, textAt, textOf } from '../cartridge/xml.ts'

/** The XML of a file of the package; `undefined` where there is none that can be read. */
export type ReadXml = (name: string) => Root | undefined

/** What a package says of an activity that no page and no question has a place for. */
export function noteActivity(activity: CartridgeActivity, readXml: ReadXml): readonly string[] {
  if (activity.kind === 'assignment') return noteAssignment(readXml(activity.href))
  return activity.kind === 'quiz' ? noteQuiz(activity, readXml) : []
}

function noteAssignment(root: Root | undefined): readonly string[] {
  const isTold = textAt(root && childNamed(root, 'assignment'), 'instructor_text') !== null
  return isTold ? ['What it says to teachers only was not carried over.'] : []
}

function noteQuiz({ identifier, href, questions }: CartridgeActivity, readXml: ReadXml): readonly string[] {
  // Where Canvas keeps what the standard has no form for.
  const roots = [href, `non_cc_assessments/${identifier}.xml.qti`].map(readXml)
  const assessments = roots.flatMap(root => descendantsNamed(root, 'assessment'))
  const groups = assessments.flatMap(assessment => descendantsNamed(assessment, 'selection'))
  const banks = groups.flatMap(group => textAt(group, 'sourcebank_ref') ?? [])
  const isChosen = groups.some(group => textAt(group, 'sourcebank_ref') === null)
  const isExplained = questions.some(({ raw }) => descendantsNamed(raw, 'itemfeedback').some(hasText))
  return [
    ...(banks.length > 0
      ? [
          `Some of its questions come from question banks, which are not carried over: ${[...new Set(banks)].join(', ')}.`,
        ]
      : []),
    ...(isChosen ? ['It asked some questions of a group only; here are all of them.'] : []),
    ...(isExplained ? ['Feedback and sample solutions of its questions were not carried over.'] : []),
    ...(assessments.some(isIntroduced) ? ['What the quiz itself says before its questions was not carried over.'] : []),
  ]
}

function hasText(element: Element): boolean {
  return textOf(element).trim() !== ''
}

function isIntroduced(assessment: Element): boolean {
  return childElements(assessment).some(
    each => /^(?:rubric|presentation_material)$/.test(localName(each)) && hasText(each),
  )
}
