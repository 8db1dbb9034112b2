/** Another transaction had the rows, the same request key or the same new row: https://www.postgresql.org/docs/18/errcodes-appendix.html. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.code === '40001' || error.code === '40P01' || error.code === '23505'
}
