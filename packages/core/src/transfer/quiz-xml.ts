import type { Answer, Question } from '../library/index.ts'
import { DECLARATION, element, textElement } from './xml-text.ts'

const XMLNS = 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2'

/** Questions as QTI 1.2 in the profile of Common Cartridges. */
export function quizXml(identifier: string, title: string, questions: readonly Question[]): string {
  const items = questions.map((question, index) => itemXml(question, `${identifier}_${index + 1}`, index))
  const section = element('section', { ident: 'root_section' }, ...items)
  const assessment = element(
    'assessment',
    { ident: identifier, title },
    metadata({ cc_profile: 'cc.exam.v0p1' }),
    section,
  )
  return DECLARATION + element('questestinterop', { xmlns: XMLNS }, assessment)
}

function metadata(fields: Readonly<Record<string, string>>): string {
  const written = Object.entries(fields).map(([label, entry]) =>
    element('qtimetadatafield', {}, textElement('fieldlabel', label), textElement('fieldentry', entry)),
  )
  return element('qtimetadata', {}, ...written)
}

const profiles = {
  choice: 'cc.multiple_choice.v0p1',
  choices: 'cc.multiple_response.v0p1',
  blank: 'cc.fib.v0p1',
  essay: 'cc.essay.v0p1',
} as const

function itemXml({ text, kind, answers = [] }: Question, ident: string, index: number): string {
  // A text to think about is answered in words, if at all.
  const form = kind ?? 'essay'
  const material = element('material', {}, textElement('mattext', text, { texttype: 'text/html' }))
  return element(
    'item',
    { ident, title: `Question ${index + 1}` },
    element('itemmetadata', {}, metadata({ cc_profile: profiles[form] })),
    element('presentation', {}, material, form === 'choice' || form === 'choices' ? choices(form, answers) : typed()),
    element('resprocessing', {}, outcomes(), ...conditions(form, answers)),
  )
}

function choices(kind: 'choice' | 'choices', answers: readonly Answer[]): string {
  const labels = answers.map(({ text }, index) => {
    const material = element('material', {}, textElement('mattext', text, { texttype: 'text/html' }))
    return element('response_label', { ident: `a${index + 1}` }, material)
  })
  const rcardinality = kind === 'choice' ? 'Single' : 'Multiple'
  return element('response_lid', { ident: 'response1', rcardinality }, element('render_choice', {}, ...labels))
}

function typed(): string {
  return element('response_str', { ident: 'response1', rcardinality: 'Single' }, element('render_fib', {}))
}

function outcomes(): string {
  const all = { maxvalue: '100', minvalue: '0', varname: 'SCORE', vartype: 'Decimal' }
  return element('outcomes', {}, element('decvar', all))
}

function conditions(kind: keyof typeof profiles, answers: readonly Answer[]): readonly string[] {
  const right = answers.flatMap(({ text, isRight }, index) =>
    isRight ? [kind === 'blank' ? plain(text) : `a${index + 1}`] : [],
  )
  if (kind === 'essay' || right.length === 0) return []
  if (kind !== 'choices') return right.map(value => condition(equal(value)))
  const wrong = answers.flatMap(({ isRight }, index) => (isRight ? [] : element('not', {}, equal(`a${index + 1}`))))
  return [condition(element('and', {}, ...right.map(equal), ...wrong))]
}

function condition(inside: string): string {
  const set = textElement('setvar', 100, { action: 'Set', varname: 'SCORE' })
  return element('respcondition', { continue: 'No' }, element('conditionvar', {}, inside), set)
}

function equal(value: string): string {
  return textElement('varequal', value, { respident: 'response1' })
}

/** What is typed in is no markup. */
function plain(markup: string): string {
  return markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&nbsp;', '\u00a0').replaceAll('&amp;', '&')
}
