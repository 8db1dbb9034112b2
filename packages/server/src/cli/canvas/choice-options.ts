import { acceptableReasons, type ImportChoices, type ReasonCode } from '@recourse/core'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { collect } from './course-options.ts'

/** What a person may decide beforehand (design *Headless*), as they typed it. */
export interface ChoiceOptions {
  readonly page?: string
  readonly pair?: readonly string[]
  readonly rename?: readonly string[]
  readonly accept?: readonly ReasonCode[]
  readonly acceptSimilar?: boolean
  readonly parkUnmatched?: boolean
  readonly dates?: ImportChoices['dates']
  readonly images?: ImportChoices['images']
  readonly allocate?: ImportChoices['allocate']
  readonly publish?: boolean
  readonly visible?: boolean
}

export function addPageOption(command: Command): Command {
  return command.option('--page <slug>', 'which configuration page, where there are several')
}

export function addChoiceOptions(command: Command): Command {
  return addPageOption(command.optionsGroup('Choices:'))
    .addOption(
      new Option('--pair <old=new>', 'this entry is that module: keys and ids, or names; NEW may be none').argParser(
        collect,
      ),
    )
    .addOption(
      new Option('--rename <old=new>', 'a module that has another name now; may be said for many courses').argParser(
        collect,
      ),
    )
    .option('--accept-similar', 'take what is probably the same as the same')
    .option('--park-unmatched', 'keep every entry without a module for later')
    .addOption(
      new Option('--accept <reasons>', `reasons you have seen: ${acceptableReasons.join(', ')}`).argParser(
        parseReasons,
      ),
    )
    .addOption(
      new Option('--dates <what>', 'shift (by what is proposed), shift:DAYS, keep or clear').argParser(parseDates),
    )
    .addOption(new Option('--images <what>', 'images of other courses').choices(['copy', 'keep', 'drop']))
    .addOption(new Option('--allocate <what>', 'modules in no collection').choices(['neighbour', 'none']))
    .option('--publish', 'publish the configuration page')
    .option('--visible', 'show Collections to students')
}

const isReason = (text: string): text is ReasonCode => acceptableReasons.some(code => code === text)

function parseReasons(text: string, before: readonly ReasonCode[] | undefined): readonly ReasonCode[] {
  const words = text.split(',').map(word => word.trim())
  const strange = words.filter(word => !isReason(word))
  if (strange.length > 0)
    throw new InvalidArgumentError(
      `Not to be accepted: ${strange.join(', ')}. These are: ${acceptableReasons.join(', ')}.`,
    )
  return [...(before ?? []), ...words.filter(isReason)]
}

const TEN_YEARS = 3660

export function parseDates(text: string): ImportChoices['dates'] {
  if (text === 'keep' || text === 'clear') return { kind: text }
  if (text === 'shift') return { kind: 'shift', days: null }
  const days = /^shift:([+-]?\d+)$/.exec(text)?.[1]
  if (days === undefined) throw new InvalidArgumentError('It takes shift, shift:DAYS, keep or clear.')
  if (Math.abs(Number(days)) > TEN_YEARS) throw new InvalidArgumentError('More than ten years is not a shift.')
  return { kind: 'shift', days: Number(days) }
}

/** The options as words again, for the command that is proposed next. */
export function choiceWords(options: ChoiceOptions): readonly string[] {
  const { dates } = options
  return [
    ...wordsOf('--page', options.page),
    ...(options.pair ?? []).flatMap(pair => ['--pair', pair]),
    ...(options.rename ?? []).flatMap(rename => ['--rename', rename]),
    ...flag('--accept-similar', options.acceptSimilar),
    ...flag('--park-unmatched', options.parkUnmatched),
    ...wordsOf('--accept', options.accept?.join(',')),
    ...wordsOf('--dates', dates === undefined ? undefined : datesWord(dates)),
    ...wordsOf('--images', options.images),
    ...wordsOf('--allocate', options.allocate),
    ...flag('--publish', options.publish),
    ...flag('--visible', options.visible),
  ]
}

const wordsOf = (name: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [name, value]

const flag = (name: string, value: boolean | undefined): readonly string[] => (value === true ? [name] : [])

function datesWord(dates: ImportChoices['dates']): string {
  return dates.kind === 'shift' && dates.days !== null ? `shift:${dates.days}` : dates.kind
}
