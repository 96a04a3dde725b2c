export { type AutoAltViteOptions, autoAlt, autoAlt as default } from './vite/auto-alt-plugin.ts'
