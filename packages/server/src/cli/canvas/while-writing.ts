import { CliError } from '../cli-error.ts'

/** An interruption in the middle of a write cannot say that nothing was written. */
export async function whileWriting<T>(work: () => Promise<T>, next: () => string): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CliError && error.kind === 'interrupted')
      throw new CliError('interrupted', error.message, next(), { cause: error })
    throw error
  }
}

export const UNSURE = 'The page may have been written: recourse canvas history shows what was saved last.'
