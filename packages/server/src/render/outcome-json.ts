import type { ProceedOutcome } from '@recourse/canvas'

/** What became of an import as `--json` prints it: versions by number, not with everything they hold. */
export function outcomeJson(outcome: ProceedOutcome): object {
  if (outcome.ok) return outcome
  switch (outcome.reason) {
    case 'changed-meanwhile':
      return { ...outcome, found: outcome.found && versionJson(outcome.found) }
    case 'conflict':
      return { ...outcome, ours: outcome.ours && versionJson(outcome.ours), others: outcome.others.map(versionJson) }
    default:
      return outcome
  }
}

function versionJson<Version extends { readonly reading: unknown }>({ reading: _reading, ...rest }: Version): object {
  return rest
}
