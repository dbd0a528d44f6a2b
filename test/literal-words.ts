import ts from 'typescript'

/** Attributes that people read or hear. */
const spokenAttributes =
  /^(?:title|label|hint|note|summary|caption|placeholder|alt|pendingLabel|readable|field|leadsTo|aria-label)$/

/** Names and signs that are the same in every language. */
const sameEverywhere =
  /^(?:security\.txt|SECURITY\.md|JSON|CVE|CVSS|https:\/\/|gpg --armor --encrypt|Disclosure Desk)$/

/** `text-accent`: names of styles, and characters written by their number. */
const noWords = /(?<![\p{L}])[a-z]+(?:-[a-z]+)+(?![\p{L}])|&#?\w+;/gu

const isWords = (text: string) =>
  /\p{L}{2}/u.test(text.replace(noWords, '')) && !sameEverywhere.test(text.trim())

/** Wherever it stands, a text that begins like a sentence is said to somebody: `Copy`, `No date of your own`. */
const beginsASentence = (text: string) => /^\p{Lu}\p{Ll}+(?: .*)?$/su.test(text.trim()) && isWords(text)

const isNamed = (node: ts.Node, name: RegExp) =>
  (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && name.test(node.name.getText())

/** The words that stand in the elements of a component itself, in place of the catalogue: `line: words`. */
export function literalWords(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found = new Set<string>()
  const say = (node: ts.Node, text: string) =>
    found.add(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`)
  const literals = (node: ts.Expression): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (isWords(node.text)) say(node, node.text)
    } else if (ts.isTemplateExpression(node)) {
      for (const text of [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)])
        if (isWords(text)) say(node, text)
    } else if (ts.isConditionalExpression(node)) {
      literals(node.whenTrue)
      literals(node.whenFalse)
    } else if (ts.isBinaryExpression(node)) literals(node.right)
    else if (ts.isParenthesizedExpression(node)) literals(node.expression)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    // Headings of an encrypted report are read by the team, and what the browser calls things by nobody.
    if (isNamed(node, /^(?:headings|teamHeadings)$/)) return
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('types.includes')) return
    if (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) return
    if (ts.isStringLiteralLike(node) && beginsASentence(node.text)) say(node, node.text)
    if (ts.isJsxText(node) && isWords(node.text)) say(node, node.text)
    if (ts.isJsxAttribute(node) && spokenAttributes.test(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) literals(node.initializer)
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression)
        literals(node.initializer.expression)
    }
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      literals(node.expression)
    if (ts.isPropertyAssignment(node) && /^(?:term|label|hint|title|message)$/.test(node.name.getText()))
      literals(node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return [...found]
}
