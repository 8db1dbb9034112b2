interface Findable {
  readonly name: string
  readonly email: string
}

/** Those in whose name or e-mail each word is. */
export function findPeople<P extends Findable>(people: readonly P[], text: string): readonly P[] {
  const words = text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  return people.filter(({ name, email }) => words.every(word => `${name} ${email}`.toLocaleLowerCase().includes(word)))
}
