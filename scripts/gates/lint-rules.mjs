/** Rules of this codebase that no package has. Each is named, so that a block can turn off just one. */

/** A rule that refuses every node a selector finds. */
function forbid(selectors, message) {
  return {
    meta: { type: "problem", schema: [], messages: { refused: message } },
    create: (context) =>
      Object.fromEntries(
        [selectors].flat().map((selector) => [
          selector,
          (node) => {
            context.report({ node, messageId: "refused" });
          },
        ]),
      ),
  };
}

const KEBAB_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.(?:ts|tsx|mjs)$/;
const DUMPS = /^(?:utils?|helpers?|types?|service|index|common|misc)\.tsx?$/;

const fileName = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      kebab: "'{{name}}' is not kebab-case.",
      dump: "'{{name}}' names no concept: call the file after its main export.",
    },
  },
  create: (context) => ({
    Program(node) {
      const name = context.filename.split(/[\\/]/).at(-1).replace(/^\./, "");
      if (!KEBAB_FILE.test(name)) context.report({ node, messageId: "kebab", data: { name } });
      if (DUMPS.test(name)) context.report({ node, messageId: "dump", data: { name } });
    },
  }),
};

const SQL = /^\s*(?:--[^\n]*\n\s*)*(?:WITH|SELECT|INSERT|UPDATE|DELETE|MERGE|LOCK|TRUNCATE)\b/i;
const TOUCHES_A_TABLE = /\b(?:FROM|INTO|UPDATE|JOIN|TABLE)\b/i;
/** What belongs to a person and to no school: `prisma/schema/people.prisma`. */
const OF_NO_SCHOOL =
  /\b(?:FROM|INTO|UPDATE|JOIN)\s+(?:"user"|user_session\b|user_of_session\(|sign_in_count\b|unnest\()|\b(?:FOR|FOR NO KEY|DO) UPDATE\b/gi;
const NAMES_THE_SCHOOL = /school_?id/i;

const sqlNamesSchool = {
  meta: {
    type: "problem",
    schema: [],
    messages: { nameless: "Raw SQL that touches a table names the school (school_id)." },
  },
  create: (context) => {
    const check = (node) => {
      const text = context.sourceCode.getText(node).slice(1, -1);
      if (!SQL.test(text) || !TOUCHES_A_TABLE.test(text.replace(OF_NO_SCHOOL, ""))) return;
      if (!NAMES_THE_SCHOOL.test(text)) context.report({ node, messageId: "nameless" });
    };
    return {
      TemplateLiteral: check,
      Literal: (node) => {
        if (typeof node.value === "string") check(node);
      },
    };
  },
};

const noDisabling = {
  meta: {
    type: "problem",
    schema: [],
    messages: { disabled: "An exception from a rule stands in eslint.config.mjs, for all to see." },
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments())
        if (/^\s*eslint-(?:disable|enable)/.test(comment.value))
          context.report({ loc: comment.loc, messageId: "disabled" });
    },
  }),
};

const WRITES = new Set(["create", "createMany", "createManyAndReturn", "update", "updateMany"]);
WRITES.add("updateManyAndReturn").add("upsert");
const WRITTEN = new Set(["data", "create", "update"]);
const NESTED = new Set(["connect", "connectOrCreate", "create", "createMany", "disconnect"]);
for (const name of ["update", "updateMany", "upsert", "delete", "deleteMany"]) NESTED.add(name);

const objectsIn = (node) => {
  if (node?.type === "ObjectExpression") return [node];
  return node?.type === "ArrayExpression" ? node.elements.flatMap(objectsIn) : [];
};
const propertiesIn = (node) =>
  objectsIn(node).flatMap((object) => object.properties.filter((each) => each.type === "Property"));

const noNestedWrites = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      nested:
        "A nested write is not seen by the extension that adds the school: write scalar ids, one model at a time.",
    },
  },
  create: (context) => ({
    CallExpression(node) {
      if (!WRITES.has(node.callee.property?.name)) return;
      const written = propertiesIn(node.arguments[0]).filter((each) => WRITTEN.has(each.key.name));
      for (const field of written.flatMap((each) => propertiesIn(each.value)))
        for (const operation of propertiesIn(field.value))
          if (NESTED.has(operation.key.name))
            context.report({ node: operation, messageId: "nested" });
    },
  }),
};

const TEST_API = "[object.name=/^(?:it|test|describe|suite)$/]";
const IN_TRANSACTION = [
  "CallExpression[callee.name=/^(?:inSchool|asSystem)$/]",
  "CallExpression[callee.property.name='$transaction']",
];
const inTransaction = (selector) => IN_TRANSACTION.map((call) => `${call} ${selector}`);

export const localRules = {
  meta: { name: "local" },
  rules: {
    "file-name": fileName,
    "no-disabling": noDisabling,
    "sql-names-school": sqlNamesSchool,
    "no-nested-writes": noNestedWrites,
    "no-unsafe-sql": forbid(
      "MemberExpression[property.name=/^\\$(?:queryRawUnsafe|executeRawUnsafe)$/]",
      "Raw SQL from a string only in lib/db: use the tagged template.",
    ),
    "no-clock": forbid(
      [
        "NewExpression[callee.name='Date'][arguments.length=0]",
        "CallExpression[callee.name='Date']",
        "MemberExpression[object.name='Date'][property.name='now']",
        "MemberExpression[object.name='Temporal'][property.name='Now']",
      ],
      "The clock is read in lib/time only: take `now` as an argument (ctx.now).",
    ),
    "no-dates": forbid(
      [
        "NewExpression[callee.name='Date'][arguments.length>0]",
        "MemberExpression[object.name='Date'][property.name=/^(?:parse|UTC)$/]",
        "Identifier[name='Temporal']",
      ],
      "Dates are made and taken apart in lib/time only.",
    ),
    "no-process-env": forbid(
      ":not(MemberExpression[property.value='NEXT_RUNTIME'], MemberExpression[property.name='NEXT_RUNTIME']) > MemberExpression[object.name='process'][property.name='env']",
      "lib/env.ts is the only reader of process.env.",
    ),
    "no-default-export": forbid(
      ["ExportDefaultDeclaration", "ExportSpecifier[exported.name='default']"],
      "No default exports except where Next wants them.",
    ),
    "no-float-money": forbid(
      [
        "CallExpression[callee.name='parseFloat']",
        "MemberExpression[object.name='Number'][property.name='parseFloat']",
        "CallExpression[callee.property.name='toFixed']",
      ],
      "No floats near money: lib/money has the one rounding function.",
    ),
    "no-empty-catch": forbid(
      "CatchClause > BlockStatement[body.length=0]",
      "An error is handled or passed on, never swallowed.",
    ),
    "no-catch-in-transaction": forbid(
      [
        ...inTransaction("TryStatement[handler!=null]"),
        ...inTransaction("CallExpression[callee.property.name='catch']"),
      ],
      "PostgreSQL has aborted the transaction already: catch outside it.",
    ),
    "no-network-in-transaction": forbid(
      inTransaction("CallExpression[callee.name=/^(?:fetch|sendMail)$/]"),
      "No network call inside a transaction.",
    ),
    "no-raw-typed-text": forbid(
      "CallExpression[callee.property.name='trim'][callee.object.callee.object.name='z']",
      "What people type is cleaned once: nameText, lineText or linesText of lib/values/typed-text.",
    ),
    "no-error-text": forbid(
      "MemberExpression[object.name=/^(?:e|err|error|cause|problem)$/][property.name=/^(?:message|stack)$/]",
      "A person sees an error's id and a way on, never its text.",
    ),
    "bounded-body": forbid(
      [
        "CallExpression[callee.object.name=/^req(?:uest)?$/][callee.property.name=/^(?:text|json|formData|arrayBuffer|blob|bytes)$/]",
        "CallExpression[callee.object.callee.property.name='clone'][callee.property.name=/^(?:text|json|formData|arrayBuffer|blob|bytes)$/]",
      ],
      "What callers send is read by readBody of lib/read-body.ts alone, which stops where it is too long.",
    ),
    "no-minting": forbid(
      "ImportSpecifier[imported.name='mintSchoolContext']",
      "Only lib/auth mints a SchoolContext.",
    ),
    "no-double-assertion": forbid(
      "TSAsExpression > TSAsExpression[typeAnnotation.type=/^TS(?:Unknown|Any|Never)Keyword$/]",
      "`as unknown as` hides a wrong type: fix the type.",
    ),
    "no-told-by-address": forbid(
      [
        "TemplateElement[value.raw=/[?&](?:done|message|success|saved|ok)=/]",
        "Literal[value=/[?&](?:done|message|success|saved|ok)=/]",
      ],
      "An address can be typed, kept and reloaded: what happened is told once, by leadTo (lib/flash).",
    ),
    "no-raw-html": forbid(
      "JSXAttribute[name.name='dangerouslySetInnerHTML']",
      "React escapes: no raw HTML.",
    ),
    "no-focused-or-skipped-tests": forbid(
      [
        `MemberExpression${TEST_API}[property.name=/^(?:only|skip|skipIf|runIf|todo|fixme|fails|fail)$/]`,
        "MemberExpression[object.object.name='test'][object.property.name='describe'][property.name=/^(?:only|skip|fixme)$/]",
        "CallExpression[callee.name=/^(?:xit|xtest|xdescribe|fit|fdescribe)$/]",
      ],
      "Every test runs: none is skipped, none runs alone.",
    ),
    "no-mocks": forbid(
      "MemberExpression[object.name='vi'][property.name=/^(?:mock|doMock|hoisted|mocked)$/]",
      "No mocked modules: pure code takes facts, vendors have local stand-ins.",
    ),
  },
};
