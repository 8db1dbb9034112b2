import { type Command, InvalidArgumentError, Option } from 'commander'
import { BRANDS, type Brand } from '../site/document/brand.ts'
import { MODULES_PAGES, type ModulesPage } from '../site/site.ts'

/** What can be said on the command line of either command, with defaults filled in. */
export interface DoorOptions {
  readonly port: number
  readonly host: string
  /** Course exports to make courses of. */
  readonly cartridge: readonly string[]
  readonly links: 'precise' | 'string'
  readonly copySpeed: number
  readonly throttle?: true
  readonly modulesPage: ModulesPage
  /** Files loaded into every page, as an institution's Theme Editor does. */
  readonly themeJs?: string
  readonly themeCss?: string
  readonly brand: Brand
  readonly csp?: true
  /** The demo courses. */
  readonly demo: boolean
}

const defaultPort = 8642
const highestPort = 65_535
const longestStepMs = 3_600_000

export function addDoorOptions(command: Command): Command {
  return command
    .option('--port <number>', 'port to listen on; 0 takes a free one', toPort, defaultPort)
    .option('--host <address>', 'address to listen on; it has known passwords, so keep it off the network', '127.0.0.1')
    .addOption(
      new Option('--cartridge <files...>', 'course exports (.imscc): each becomes a course').default([], 'none'),
    )
    .addOption(
      new Option('--links <mode>', 'what a course copy does to links in plain text: nothing, or leave tokens in it')
        .choices(['precise', 'string'])
        .default('precise'),
    )
    .option('--copy-speed <ms>', 'milliseconds for each step of a course copy', toStepMs, 0)
    .option('--throttle', 'slow callers down as Canvas does')
    .addOption(
      new Option('--modules-page <kind>', "which of Canvas's three Modules pages browsers get")
        .choices(MODULES_PAGES)
        .default('legacy'),
    )
    .option('--theme-js <file>', "script on every page, as the institution's theme; read anew for each request")
    .option('--theme-css <file>', "style sheet on every page, as the institution's theme")
    .addOption(new Option('--brand <name>', "the institution's colours").choices(BRANDS).default('canvas'))
    .option('--csp', "with Canvas's Content-Security-Policy, as institutions may turn on")
}

function toPort(text: string): number {
  return toWholeNumber(text, highestPort)
}

function toStepMs(text: string): number {
  return toWholeNumber(text, longestStepMs)
}

function toWholeNumber(text: string, highest: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (number <= highest) return number
  throw new InvalidArgumentError(`It must be a whole number from 0 to ${highest}.`)
}
