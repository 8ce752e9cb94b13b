import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

/** The source of every file of a pattern, parsed. */
export function parsed(pattern: string): ts.SourceFile[] {
  return globSync(pattern)
    .sort()
    .map((file) =>
      ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true),
    );
}

/** The names of the functions that a file calls anywhere, one entry for each call. */
export function callsIn(source: ts.SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) names.push(node.expression.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** What a file exports, with the function that makes it: "schoolAction" for `export const x = schoolAction(…)`. */
export function exportedMakers(source: ts.SourceFile): { name: string; maker: string | null }[] {
  return source.statements.filter(isExported).flatMap((statement) => {
    if (!ts.isVariableStatement(statement))
      return [{ name: nameOf(statement, source), maker: null }];
    return statement.declarationList.declarations.map(({ name, initializer }) => ({
      name: name.getText(source),
      maker:
        initializer && ts.isCallExpression(initializer)
          ? initializer.expression.getText(source)
          : null,
    }));
  });
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return ts.isExportDeclaration(statement);
  const modifiers = ts.getModifiers(statement) ?? [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function nameOf(statement: ts.Statement, source: ts.SourceFile): string {
  return ts.isFunctionDeclaration(statement) && statement.name
    ? statement.name.text
    : statement.getText(source).slice(0, 40);
}
