/** `choice` one answer is right · `choices` any number · `blank` typed in, the answers are what is accepted · `essay`. */
export const questionKinds = ['choice', 'choices', 'blank', 'essay'] as const

export type QuestionKind = (typeof questionKinds)[number]

export interface Answer {
  readonly text: string
  readonly isRight: boolean
}

/** Without a kind it is a text to think about. */
export interface Question {
  readonly id: string
  readonly text: string
  readonly kind?: QuestionKind | undefined
  readonly answers?: readonly Answer[] | undefined
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
