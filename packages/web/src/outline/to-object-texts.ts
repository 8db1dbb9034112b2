import type { CourseObject } from './outline-parts.ts'

/** Its texts as they are sent: what is only read cannot be changed on the way. */
export function toObjectTexts({ content }: Pick<CourseObject, 'content'>) {
  const { keywords, questions, ...texts } = content
  return {
    ...texts,
    keywords: [...keywords],
    questions: questions.map(({ answers, ...question }) => ({
      ...question,
      ...(answers && { answers: answers.map(answer => ({ ...answer })) }),
    })),
  }
}
