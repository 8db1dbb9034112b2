import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CliError } from './cli-error.ts'

/** Throws where a file for the result could not be written later. */
export async function checkTextFile(path: string): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK)
  } catch (cause) {
    throw unwritable(path, `the folder ${dirname(path)} cannot be written to`, cause)
  }
  if (await isFolder(path)) throw unwritable(path, 'it is a folder')
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    // Not there yet, which is how it should be.
    return false
  }
}

/** Beside its place first, then moved: nobody ever reads half of one, and a failed one leaves the old one standing. */
export async function writeTextFile(path: string, text: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    await writeFile(draft, text, { flag: 'wx' })
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, { force: true })
    throw unwritable(path, 'writing it failed', cause)
  }
}

function unwritable(path: string, why: string, cause?: unknown): CliError {
  const message = `${path} cannot be written: ${why}.`
  return new CliError('file', message, 'Name another file.', cause === undefined ? undefined : { cause })
}
