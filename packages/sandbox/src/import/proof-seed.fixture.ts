/** Chance of the long tier: `PROOF_SEED` plays a run again, and each file that takes chances says its seed. */
export const proofSeed = readSeed(process.env.PROOF_SEED)

function readSeed(text: string | undefined): number {
  const seed = text !== undefined && /^\d+$/.test(text) ? Number(text) % 2 ** 31 : Date.now() % 2 ** 31
  process.stdout.write(`seed ${seed} (to run exactly this again: PROOF_SEED=${seed})\n`)
  return seed
}
