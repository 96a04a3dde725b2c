import { writeFileSync } from 'node:fs'

/** A vitest reporter that writes counts and names for the closing lines of `npm test`. */
export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const summary = { passed: 0, failed: 0, skipped: 0 }
    const trouble = []
    for (const module of modules) {
      for (const test of module.children.allTests()) summary[countedAs(test.result().state)] += 1
      for (const holder of [module, ...module.children.allSuites()]) {
        for (const error of holder.errors()) trouble.push(`${nameOf(holder)}: ${error.message}`)
      }
    }
    for (const error of unhandledErrors) trouble.push(`outside of any test: ${error.message}`)
    summary.failed += trouble.length
    const skipped = modules.flatMap((module) => skippedIn(module))
    writeFileSync(process.env.AUTO_ALT_TEST_SUMMARY, JSON.stringify({ summary, skipped, trouble }))
  }
}

function countedAs(state) {
  if (state === 'passed' || state === 'failed') return state
  return state === 'skipped' ? 'skipped' : 'failed'
}

/* The largest groups of which every test was skipped. What did not run because a setup failed is no such group. */
function skippedIn(holder) {
  if (holder.type === 'test') {
    const result = holder.result()
    return result.state === 'skipped' ? [{ name: nameOf(holder), count: 1, why: result.note }] : []
  }
  if (holder.errors().length > 0) return []
  const tests = [...holder.children.allTests()]
  const isSound = [...holder.children.allSuites()].every((suite) => suite.errors().length === 0)
  const all = isSound && tests.length > 0 && tests.every((test) => test.result().state === 'skipped')
  if (!all) return [...holder.children].flatMap((child) => skippedIn(child))
  const why = tests.map((test) => test.result().note).find((note) => note !== undefined)
  return [{ name: nameOf(holder), count: tests.length, why }]
}

function nameOf(holder) {
  if (holder.type === 'module') return holder.relativeModuleId
  return `${holder.module.relativeModuleId} > ${holder.fullName}`
}
