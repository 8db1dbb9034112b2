export interface Question {
  readonly id: string
  readonly text: string
}

/** What a Learning Object has besides the pages' own content. */
export interface ObjectContent {
  readonly name: string
  readonly objective: string
  readonly keywords: readonly string[]
  readonly reviewExercise: string
  readonly questionMode: string
  readonly questions: readonly Question[]
  readonly pageIds: readonly string[]
}
