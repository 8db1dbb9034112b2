import { type ContractOptions, type ContractTarget, createBench } from './contract/bench.ts'
import { describeBlueprints } from './contract/blueprints.ts'
import { describeCopies } from './contract/copies.ts'
import { describeCourses } from './contract/courses.ts'
import { describeFiles } from './contract/files.ts'
import { describeModules } from './contract/modules.ts'
import { describePageBodies } from './contract/page-bodies.ts'
import { describePages } from './contract/pages.ts'
import { describeProtocol } from './contract/protocol.ts'
import { describe } from './contract/runner.ts'

export type { ContractOptions, ContractTarget } from './contract/bench.ts'

/**
 * What this client and Recourse rely on in Canvas, as one suite for vitest. It makes its own courses through REST
 * with an administrator's token and deletes them at the end, so that it runs against the sandbox and a real Canvas alike.
 */
export function canvasContract(name: string, target: ContractTarget, options: ContractOptions = {}): void {
  describe(`Canvas contract: ${name}`, () => {
    const bench = createBench(target, options)
    describeProtocol(bench)
    describeCourses(bench)
    describeModules(bench)
    describePages(bench)
    describePageBodies(bench)
    describeFiles(bench)
    describeCopies(bench)
    describeBlueprints(bench, options)
  })
}
