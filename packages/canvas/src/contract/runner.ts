// biome-ignore lint/correctness/noUndeclaredDependencies: the suite runs in the vitest of whoever calls it, which the workspace root provides
export { afterAll, describe, expect, it } from 'vitest'
