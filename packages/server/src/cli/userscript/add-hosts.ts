import { CliError } from '../cli-error.ts'

const matchLine = /^\/\/ @match\s+\S+$/gm

/**
 * The script with one more `@match` line for each host, behind those it has (design *Company*). Each once; a host is a
 * name, or `*.` and a name: match patterns have no port and no path of their own here
 * (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns).
 */
export function addHosts(script: string, hosts: readonly string[]): string {
  const last = [...script.matchAll(matchLine)].at(-1)
  if (last === undefined) throw new Error('The built userscript has no @match line.')
  const end = last.index + last[0].length
  const lines = [...new Set(hosts.map(toHost))]
    .map(host => `\n// @match        https://${host}/courses/*`)
    .filter(line => !script.includes(`${line}\n`))
  return `${script.slice(0, end)}${lines.join('')}${script.slice(end)}`
}

/** What people paste is often an address: its host is meant. */
function toHost(text: string): string {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/.*$/s, '')
  if (/^(?:\*\.)?(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d-]*[a-z\d]$/.test(host) && host.length <= 253) return host
  throw new CliError(
    'usage',
    `“${text}” is not the name of a host.`,
    'Name the host of your Canvas alone, as in --host canvas.example.edu; without a port, in ASCII (xn--…).',
  )
}
