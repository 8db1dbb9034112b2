import type { ReadyPlan, Reason, ReasonCode } from '@recourse/core'
import type { Command, Line, Section } from './sheet.ts'
import { line } from './sheet.ts'
import { toShellWord } from './shell-word.ts'
import { shiftWords } from './words.ts'

/** Where a command was given, so that the next one can be written out exactly. */
export interface Setting {
  /** `recourse`, or `npx recourse`. */
  readonly program: string
  readonly platform: string
  /** `https://canvas.example.edu/courses/42` */
  readonly courseUrl: string
  /** How the token was given, and which page was named: every next command repeats it. */
  readonly access: readonly string[]
  /** Choices given already: the next import repeats them. */
  readonly choices: readonly string[]
}

interface Way {
  /** Options that let it through, `null` where none does. */
  readonly options: readonly string[] | null
  readonly text: string
}

const accept = (code: ReasonCode): readonly string[] => ['--accept', code]

/** For each reason in the way: the option that lets it through, and what else would help. */
const ways: Readonly<Record<ReasonCode, Way>> = {
  'not-matched': {
    options: ['--park-unmatched'],
    text: '--park-unmatched keeps them for later; --pair OLD=NEW names the module.',
  },
  similar: {
    options: ['--accept-similar'],
    text: '--accept-similar takes them as the same; --pair OLD=NEW names another module, or none.',
  },
  'duplicate-names': {
    options: ['--park-unmatched'],
    text: '--pair OLD=NEW says which is which, by key and id; --park-unmatched keeps them for later.',
  },
  'missing-image': {
    options: accept('missing-image'),
    text: '--accept missing-image leaves the links as they are; --images drop takes them off; or upload the files in Canvas and check again.',
  },
  'foreign-image': {
    options: ['--images', 'copy'],
    text: '--images copy copies them here; --images keep leaves the links; --images drop takes them off.',
  },
  'two-configurations': { options: null, text: '--page SLUG says which one.' },
  'own-configuration-replaced': {
    options: accept('own-configuration-replaced'),
    text: "--keep-own puts this course's own back; --accept own-configuration-replaced joins both.",
  },
  'blueprint-locked': { options: null, text: 'Unlock the page in the blueprint course, or import there and sync.' },
  unreadable: { options: null, text: 'Earlier versions of the page can be restored; --refresh starts again.' },
  locked: { options: null, text: 'Wait until they have finished, then check again.' },
  dates: {
    options: accept('dates'),
    text: '--accept dates leaves those as they are; --dates shift:DAYS, keep or clear decides otherwise.',
  },
  'too-large': { options: null, text: 'Shorten the largest texts in the source course, copy again, and check again.' },
}

/** Every named reason with the option that lets it through. */
export function describeReasons(reasons: readonly Reason[]): readonly Section[] {
  if (reasons.length === 0) return []
  const open = reasons.filter(({ accepted }) => !accepted)
  const [title, number] = open.length === 0 ? ['Seen and accepted', reasons.length] : ['To look at', open.length]
  return [{ title, count: number, lines: reasons.map(reasonLine) }]
}

function reasonLine({ code, text, accepted }: Reason): Line {
  return accepted ? line(`${text} (${code}: accepted)`, 'quiet') : line(`${text} (${code})`, 'caution', ways[code].text)
}

/** The commands that fit what was found: the plain one, and the one that also does everything proposed. */
export function describeNext(plan: ReadyPlan, setting: Setting): Section {
  const open = plan.reasons.filter(({ accepted }) => !accepted).map(({ code }) => code)
  const closed = open.filter(code => ways[code].options === null)
  if (closed.length > 0) return nextSection(closed.map(code => line(ways[code].text)))
  if (!plan.mayEdit)
    return nextSection([
      line('You may not edit pages here: ask a teacher of this course, or use their token.', 'caution'),
    ])
  const lines = open.length === 0 ? [] : [line('If you agree with everything said above:')]
  return { ...nextSection(lines), commands: nextCommands(plan, neededOptions(open), setting) }
}

const nextSection = (lines: readonly Line[]): Section => ({ title: 'What next', count: null, lines })

function nextCommands(plan: ReadyPlan, needed: readonly string[], setting: Setting): readonly Command[] {
  const { action } = plan.choices
  if (action === 'refresh') return [{ purpose: 'Start again', command: importCommand('--refresh', needed, setting) }]
  if (action === 'keep-own')
    return [{ purpose: 'Put them back', command: importCommand('--keep-own', needed, setting) }]
  const plain = { purpose: 'Bring it over', command: importCommand('--proceed', needed, setting) }
  const own =
    plan.merge === null
      ? []
      : [{ purpose: "Keep this course's own", command: importCommand('--keep-own', [], setting) }]
  const { options, words } = proposedOptions(plan, needed)
  if (options.length === 0) return [...own, plain]
  const full = importCommand('--proceed', [...needed, ...options], setting)
  return [...own, plain, { purpose: `Bring it over, ${words.join(', ')}`, command: full }]
}

/** Each option once; reasons to accept in one list. */
function neededOptions(open: readonly ReasonCode[]): readonly string[] {
  const all = open.map(code => ways[code].options ?? [])
  const accepted = all.flatMap(([option, value]) => (option === '--accept' && value !== undefined ? [value] : []))
  const others = all.filter(([option]) => option !== '--accept').map(options => options.join(' '))
  return [...new Set(others)]
    .flatMap(words => words.split(' '))
    .concat(accepted.length === 0 ? [] : ['--accept', accepted.join(',')])
}

interface Proposal {
  readonly options: readonly string[]
  readonly words: readonly string[]
}

function proposedOptions(plan: ReadyPlan, needed: readonly string[]): Proposal {
  const { dates, students, choices } = plan
  const hidden = new Set(students.hidden.map(({ what }) => what))
  const shift = dates.rows.length > 0 && dates.act === 'keep' && (dates.proposedDays ?? 0) !== 0
  const homeless = students.hidden.some(({ what, proposal }) => what === 'no-collection' && proposal !== null)
  const proposals = [
    {
      when: shift && !needed.includes('--dates'),
      options: ['--dates', 'shift'],
      words: `dates moved by ${shiftWords(dates.proposedDays ?? 0)}`,
    },
    {
      when: homeless && choices.allocate === 'none',
      options: ['--allocate', 'neighbour'],
      words: 'every module in a collection',
    },
    { when: hidden.has('page-unpublished') && !choices.publish, options: ['--publish'], words: 'published' },
    { when: hidden.has('visibility') && !choices.showToStudents, options: ['--visible'], words: 'shown to students' },
  ].filter(({ when }) => when)
  return { options: proposals.flatMap(({ options }) => options), words: proposals.map(({ words }) => words) }
}

/** With all that was chosen, but what is chosen anew. */
export function importCommand(act: string, options: readonly string[], setting: Setting): string {
  const anew = ['--dates', '--images'].filter(option => options.includes(option))
  const choices = anew.reduce<readonly string[]>(without, setting.choices)
  return writeCommand('import', [act, ...setting.access, ...choices, ...options], setting)
}

/** An option with its value. */
function without(words: readonly string[], option: string): readonly string[] {
  return words.filter((word, at) => word !== option && words[at - 1] !== option)
}

/** `recourse canvas <name> URL …`, each word quoted for the shell that will read it. */
export function writeCommand(name: string, options: readonly string[], setting: Setting): string {
  const words = [setting.courseUrl, ...options].map(word => toShellWord(word, setting.platform))
  return [setting.program, 'canvas', name, ...words].join(' ')
}
