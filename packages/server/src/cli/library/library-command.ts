import { Command } from 'commander'

/** Options that every command of the library has. */
export function libraryCommand(name: string, description: string, examples: string): Command {
  return new Command(name)
    .description(description)
    .option('--as <email>', 'whose rights and name it is done with; else the first administrator’s')
    .option('--json', 'the result as JSON')
    .addHelpText('after', examples)
}
