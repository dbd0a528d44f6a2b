import ts from 'typescript'

/** A sentence for people: words with a capital at the front and a full stop or a question mark at the end. */
const isSentence = (text: string) => /^[A-Z“{].*\s.*[.?]$/s.test(text)

/**
 * The sentences that stand in a source file, with `{}` for each fact in them. Left out is what no reporter reads: errors that are
 * thrown as such, and texts of mails, whose place is the catalogue itself.
 */
export function saidSentences(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    // What stands on the timeline of a case is read by its team.
    if (ts.isCallExpression(node) && node.expression.getText() === 'recordCaseEvent') return
    if (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) return
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (isSentence(node.text)) found.push(node.text)
      return
    }
    if (ts.isTemplateExpression(node)) {
      const whole = node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('')
      if (isSentence(whole)) found.push(whole)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
