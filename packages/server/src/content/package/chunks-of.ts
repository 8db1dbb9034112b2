/** What a stream brings, piece by piece; whoever stops early stops the stream. `failure` is that of who writes into it. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  failure?: Promise<never>,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  failure?.catch(() => undefined)
  try {
    for (;;) {
      const { done, value } = await (failure === undefined ? reader.read() : Promise.race([reader.read(), failure]))
      if (done) return
      yield value
    }
  } finally {
    // Already failed or read to its end: then there is nothing to cancel.
    void reader.cancel().catch(() => undefined)
  }
}

/** The other way round; taken as fast as it is read. */
export function toStream(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async controller => {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => void (await chunks.return(undefined)),
  })
}
