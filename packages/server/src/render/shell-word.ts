const SAFE = /^[\w@%+=:,./~-]+$/

/** One word of a command line that a person can paste into their shell as it stands. */
export function toShellWord(text: string, platform: string): string {
  if (SAFE.test(text) && !text.startsWith('~')) return text
  return platform === 'win32' ? `"${text.replaceAll('"', '""')}"` : `'${text.replaceAll("'", "'\\''")}'`
}
