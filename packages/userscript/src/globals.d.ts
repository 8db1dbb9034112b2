/** Of the package, baked in by the build. */
declare const __VERSION__: string
