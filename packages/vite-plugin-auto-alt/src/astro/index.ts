export { autoAlt, autoAlt as default } from './integration.ts'
export type { AutoAltAstroOptions } from './options.ts'
