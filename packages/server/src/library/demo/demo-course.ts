/** A course as it is written down here; names in `{kind:name}` stand for what they name (write-page.ts). */
export interface DemoCourse {
  readonly title: string
  readonly description: string
  readonly passingMark: number
  readonly details: object
  readonly styles: readonly DemoStyle[]
  readonly modules: readonly DemoModule[]
}

export interface DemoStyle {
  readonly key: string
  readonly name: string
  readonly definition: object
}

interface DemoModule {
  readonly name: string
  readonly objects: readonly DemoObject[]
}

export interface DemoObject {
  readonly name: string
  readonly objective: string
  readonly keywords: readonly string[]
  readonly reviewExercise?: string
  readonly questions?: readonly DemoQuestion[]
  readonly pages: readonly DemoPage[]
}

interface DemoQuestion {
  readonly text: string
  /** The first one is right. */
  readonly answers: readonly string[]
}

export interface DemoPage {
  readonly title: string
  readonly style?: string
  /** Each an element of its own. A page that it links to stands before it. */
  readonly blocks: readonly string[]
}
