import { withoutWrapping } from './expression-value.ts'
import { picturePath } from './picture-path.ts'
import { type SyntaxNode, nodeIn, nodesIn, textIn, walk } from './syntax-node.ts'

/** Where a name of a module comes from. */
export interface ImportedName {
  /** The module, as written. */
  readonly from: string
  /** Its name there: `default` for the default export. */
  readonly name: string
}

/** What a module says about the names in it. */
export interface ModuleFacts {
  /** Imports by the name they have here. Types are left out. */
  readonly imports: ReadonlyMap<string, ImportedName>
  /** Addresses of pictures by the name they have here, where nothing else in the module has that name. */
  readonly pictures: ReadonlyMap<string, string>
}

/** What is known of no module at all. */
export const noModule: ModuleFacts = { imports: new Map(), pictures: new Map() }

/**
 * Reads imports of a module, and which names stand for pictures.
 *
 * @param scope Everything that sees its names. Default: the module.
 */
export function readModule(program: SyntaxNode, scope: SyntaxNode = program): ModuleFacts {
  const imports = new Map<string, ImportedName>()
  const pictures = new Map<string, string>()
  const own = new Set<SyntaxNode>()
  for (const statement of nodesIn(program, 'body')) {
    if (statement.type === 'ImportDeclaration') readImport(statement, imports, pictures)
    else readConstants(nodeIn(statement, 'declaration') ?? statement, pictures, own)
  }
  if (pictures.size > 0) forgetNamesUsedAgain(scope, pictures, own)
  return { imports, pictures }
}

function readImport(
  statement: SyntaxNode,
  imports: Map<string, ImportedName>,
  pictures: Map<string, string>
): void {
  const from = textIn(nodeIn(statement, 'source'), 'value')
  if (from === undefined || textIn(statement, 'importKind') === 'type') return
  const picture = picturePath(from)
  for (const specifier of nodesIn(statement, 'specifiers')) {
    const local = textIn(nodeIn(specifier, 'local'), 'name')
    if (local === undefined || textIn(specifier, 'importKind') === 'type') continue
    const imported = nodeIn(specifier, 'imported')
    const isDefault = specifier.type === 'ImportDefaultSpecifier'
    const name = isDefault ? 'default' : (textIn(imported, 'name') ?? textIn(imported, 'value'))
    if (name !== undefined) imports.set(local, { from, name })
    if (name === 'default' && picture !== undefined) pictures.set(local, picture)
  }
}

/** `const logo = require('./logo.png')` and the like. */
function readConstants(statement: SyntaxNode, pictures: Map<string, string>, own: Set<SyntaxNode>): void {
  if (statement.type !== 'VariableDeclaration' || textIn(statement, 'kind') !== 'const') return
  for (const declarator of nodesIn(statement, 'declarations')) {
    const name = textIn(nodeIn(declarator, 'id'), 'name')
    const init = nodeIn(declarator, 'init')
    const address = init && pictureAddress(init, noModule)
    if (name === undefined || address === undefined) continue
    pictures.set(name, address)
    own.add(declarator)
  }
}

/** Where nodes of code, and blocks of Svelte, name something. */
const namingFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['VariableDeclarator', ['id']],
  ['CatchClause', ['param']],
  ['EachBlock', ['context']],
  ['AwaitBlock', ['value', 'error']]
])

/** A parameter of the same name shadows an import: `logos.map((logo) => …)`. */
function forgetNamesUsedAgain(
  scope: SyntaxNode,
  pictures: Map<string, string>,
  own: ReadonlySet<SyntaxNode>
): void {
  const forget = (pattern: SyntaxNode): void =>
    walk(pattern, (node) => {
      if (node.type === 'Identifier') pictures.delete(textIn(node, 'name') ?? '')
      return false
    })
  walk(scope, (node) => {
    for (const parameter of [...nodesIn(node, 'params'), ...nodesIn(node, 'parameters')]) forget(parameter)
    const fields = own.has(node) ? [] : (namingFields.get(node.type) ?? [])
    for (const field of fields) {
      const pattern = nodeIn(node, field)
      if (pattern) forget(pattern)
    }
    return false
  })
}

/**
 * The address of the picture that an expression stands for: an imported picture, `logo.src`, `require('./a.png')`,
 * `import('./a.png')`, `new URL('./a.png', import.meta.url).href`; `undefined` where its text does not tell.
 */
export function pictureAddress(written: SyntaxNode, module: ModuleFacts): string | undefined {
  const node = withoutWrapping(written)
  switch (node.type) {
    case 'Identifier':
      return module.pictures.get(textIn(node, 'name') ?? '')
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const object = nodeIn(node, 'object')
      const property = textIn(nodeIn(node, 'property'), 'name') ?? ''
      const isSame = node['computed'] !== true && /^(?:src|default|href|url|pathname)$/u.test(property)
      return object && isSame ? pictureAddress(object, module) : undefined
    }
    case 'AwaitExpression': {
      const promise = nodeIn(node, 'argument')
      return promise && pictureAddress(promise, module)
    }
    case 'ImportExpression':
      return picturePath(textIn(nodeIn(node, 'source'), 'value'))
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const isRequire = textIn(nodeIn(node, 'callee'), 'name') === 'require'
      return isRequire ? picturePath(textIn(nodesIn(node, 'arguments')[0], 'value')) : undefined
    }
    case 'NewExpression': {
      const [path, base] = nodesIn(node, 'arguments')
      const isUrl = textIn(nodeIn(node, 'callee'), 'name') === 'URL'
      const isHere = textIn(nodeIn(base, 'property'), 'name') === 'url'
      return isUrl && isHere ? picturePath(textIn(path, 'value')) : undefined
    }
    default:
      return undefined
  }
}
