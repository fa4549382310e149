/** The one gate through which an address may become a script: the page's own worker, and `sw.js`. */

interface ScriptUrlPolicy {
  createScriptURL(url: string): string
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrlPolicy
}

const known = new Set<string>()

const onlyKnown = (asked: string) => {
  if (!known.has(asked)) throw new TypeError('Only the page’s own scripts may be started.')
  return asked
}

let policy: ScriptUrlPolicy | undefined

/** Call it with our own addresses alone. */
export function scriptUrl(url: string): string {
  known.add(url)
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  policy ??= factory?.createPolicy('upgrade-rate', { createScriptURL: onlyKnown })
  return policy?.createScriptURL(url) ?? url
}
