import type { Element } from 'xast'
import { activityOf } from './activity-settings.ts'
import type { Archive } from './archive.ts'
import type { CartridgeActivity, CartridgeQuestion } from './cartridge-course.ts'
import { filesOf, type Manifest, type Resource } from './manifest.ts'
import { attributeOf, childNamed, descendantsNamed, elementAt, textAt, textOf } from './xml.ts'

/** A quiz: Canvas's metadata if they are there, and the questions of its fuller QTI file before those of the standard's. */
export function readQuiz(archive: Archive, manifest: Manifest, resource: Resource): CartridgeActivity | undefined {
  const names = [...new Set([...filesOf(resource, manifest), `non_cc_assessments/${resource.identifier}.xml.qti`])]
  const assessments = names.flatMap(name => readAssessment(archive, name) ?? [])
  const meta = names.map(name => readMeta(archive, name)).find(found => found !== undefined)
  const fullest = assessments.at(-1)
  if (fullest === undefined && meta === undefined) return undefined
  const quiz = activityOf('quiz', meta, {
    identifier: attributeOf(meta, 'identifier') ?? resource.identifier,
    title: textAt(meta, 'title') ?? attributeOf(fullest, 'title') ?? '',
    href: resource.href ?? '',
    body: textOf(childNamed(meta, 'description')) || null,
  })
  return { ...quiz, questions: descendantsNamed(fullest, 'item').map(toQuestion) }
}

function readAssessment(archive: Archive, name: string): Element | undefined {
  if (!/qti/i.test(name) && !name.endsWith('.xml')) return undefined
  const root = name.endsWith('assessment_meta.xml') ? undefined : archive.tryXml(name)
  return root && elementAt(root, 'questestinterop', 'assessment')
}

function readMeta(archive: Archive, name: string): Element | undefined {
  const root = name.endsWith('assessment_meta.xml') ? archive.tryXml(name) : undefined
  return root && childNamed(root, 'quiz')
}

function toQuestion(item: Element): CartridgeQuestion {
  const fields = descendantsNamed(item, 'qtimetadatafield')
  const typeOf = (label: string) => fields.find(field => textAt(field, 'fieldlabel') === label)
  return {
    identifier: attributeOf(item, 'ident'),
    title: attributeOf(item, 'title'),
    type: textAt(typeOf('question_type') ?? typeOf('cc_profile'), 'fieldentry'),
    raw: item,
  }
}
