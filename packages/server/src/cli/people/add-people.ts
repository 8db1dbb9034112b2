import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import type { Act } from '../program.ts'
import { addLink } from './link.ts'

export function addPeople(program: Command, context: CommandContext, act: Act): void {
  const people = program.command('people').description('people of the library, for whoever runs its server')
  addLink(people, context, act)
}
