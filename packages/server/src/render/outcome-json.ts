import type { PageVersion, ParkedOutcome, ProceedOutcome, RestoreOutcome } from '@recourse/canvas'

/** What became of a write as `--json` prints it: versions by number, not with everything they hold. */
export function outcomeJson(outcome: ProceedOutcome | RestoreOutcome | ParkedOutcome): object {
  if (outcome.ok) return outcome
  switch (outcome.reason) {
    case 'changed-meanwhile':
      return { ...outcome, found: outcome.found && versionJson(outcome.found) }
    case 'conflict':
      return { ...outcome, ours: outcome.ours && versionJson(outcome.ours), others: outcome.others.map(versionJson) }
    case 'not-ours':
      return { ...outcome, latest: versionJson(outcome.latest) }
    default:
      return outcome
  }
}

function versionJson({ reading: _reading, body: _body, ...rest }: PageVersion): object {
  return rest
}
