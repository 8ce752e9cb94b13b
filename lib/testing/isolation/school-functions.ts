import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/**
 * "booking/cancel-booking cancelBooking" for every exported function that begins with a SchoolContext,
 * and for every telling, whose `tell` does.
 */
export function schoolFunctions(features: readonly string[]): string[] {
  const files = globSync(`lib/{${features.join(",")}}/**/*.{ts,tsx}`);
  return files
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) => exportedOf(file).map((name) => `${shortName(file)} ${name}`))
    .sort();
}

function shortName(file: string): string {
  return path.relative("lib", file).replace(/\.tsx?$/, "");
}

function exportedOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  return source.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return nameOf(statement, statement.parameters, source);
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, type, initializer }) => {
      if (type?.getText(source).match(/^Telling(Of)?</)) return [name.getText(source)];
      if (initializer === undefined || !ts.isArrowFunction(initializer)) return [];
      return isExported(statement) && takesContext(initializer.parameters, source)
        ? [name.getText(source)]
        : [];
    });
  });
}

type Parameters = ts.NodeArray<ts.ParameterDeclaration>;

function nameOf(node: ts.FunctionDeclaration, parameters: Parameters, source: ts.SourceFile) {
  const { name } = node;
  return name && isExported(node) && takesContext(parameters, source) ? [name.text] : [];
}

function isExported(node: ts.HasModifiers): boolean {
  const modifiers = ts.getModifiers(node) ?? [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function takesContext(parameters: Parameters, source: ts.SourceFile): boolean {
  return parameters[0]?.type?.getText(source) === "SchoolContext";
}
