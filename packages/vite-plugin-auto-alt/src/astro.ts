export { autoAlt, autoAlt as default } from './astro/integration.ts'
export type { AutoAltAstroOptions } from './astro/options.ts'
