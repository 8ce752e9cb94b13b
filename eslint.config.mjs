import next from "@next/eslint-plugin-next";
import { defineConfig } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { localRules } from "./scripts/gates/lint-rules.mjs";

const CODE = ["**/*.{ts,tsx,mjs}"];
const TYPED = ["**/*.{ts,tsx}"];
const PRODUCT = ["app/**", "components/**", "lib/**", "inngest/**", "prisma/**", "*.ts"];
const TESTS = ["**/*.test.{ts,tsx}", "e2e/**", "lib/testing/**"];
const AROUND = [
  "scripts/**",
  "bench/**",
  "e2e/**",
  "emulators/**",
  "lib/testing/**",
  "*.mjs",
  "*.config.ts",
];
const NEXT_DEFAULTS = [
  "app/**/{page,layout,template,default,loading,error,global-error,not-found}.tsx",
  "app/**/{sitemap,robots,manifest,icon,apple-icon,opengraph-image}.{ts,tsx}",
  "*.config.{ts,mjs}",
  "*.mjs",
];
/** SQL of what has no school: the system handle, catalogs, the outbox relay, the rate limits. */
const SQL_WITHOUT_SCHOOL = ["lib/db/**", "lib/events/**", ...TESTS, ...AROUND];

/** Nothing is only a warning here. */
function asErrors(rules) {
  return Object.fromEntries(
    Object.entries(rules).map(([name, setting]) => {
      const [level, ...options] = [setting].flat();
      const off = level === "off" || level === 0;
      return [name, off ? "off" : ["error", ...options]];
    }),
  );
}

const typed = tseslint.configs.recommendedTypeChecked.map((block) => ({
  ...block,
  files: TYPED,
  ...(block.rules && { rules: asErrors(block.rules) }),
}));

export default defineConfig(
  {
    ignores: [
      "node_modules/**",
      ".next/**",
      ".next-*/**",
      ".data/**",
      "next-env.d.ts",
      "lib/db/generated/**",
      "test-results/**",
      "playwright-report/**",
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  ...typed,
  {
    files: TYPED,
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports" },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/ban-ts-comment": ["error", { minimumDescriptionLength: 20 }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: CODE,
    plugins: { local: localRules },
    rules: {
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", 40],
      "max-depth": ["error", 3],
      "max-params": ["error", 3],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "no-empty": "error",
      "no-warning-comments": [
        "error",
        { terms: ["todo", "fixme", "xxx", "hack"], location: "anywhere" },
      ],
      "local/file-name": "error",
      "local/no-disabling": "error",
      "local/no-empty-catch": "error",
      "local/no-default-export": "error",
      "local/no-double-assertion": "error",
      "local/no-nested-writes": "error",
    },
  },
  { files: ["**/*.tsx"], rules: { "max-lines-per-function": ["error", 80] } },
  { files: NEXT_DEFAULTS, rules: { "local/no-default-export": "off" } },
  { files: ["**/*.d.ts"], rules: { "@typescript-eslint/consistent-type-definitions": "off" } },
  {
    files: PRODUCT,
    ignores: AROUND,
    rules: {
      "local/no-clock": "error",
      "local/no-dates": "error",
      "local/no-process-env": "error",
      "local/no-float-money": "error",
      "local/bounded-body": "error",
      "local/no-minting": "error",
      "local/no-raw-typed-text": "error",
      "local/no-unsafe-sql": "error",
      "local/no-catch-in-transaction": "error",
      "local/no-network-in-transaction": "error",
    },
  },
  { files: ["lib/time/**"], rules: { "local/no-clock": "off", "local/no-dates": "off" } },
  { files: ["lib/env.ts"], rules: { "local/no-process-env": "off" } },
  { files: ["lib/auth/**"], rules: { "local/no-minting": "off" } },
  { files: ["lib/db/**"], rules: { "local/no-unsafe-sql": "off" } },
  {
    files: PRODUCT,
    ignores: SQL_WITHOUT_SCHOOL,
    rules: { "local/sql-names-school": "error" },
  },
  {
    files: ["app/**", "components/**", "lib/**", "inngest/**", "proxy.ts", "instrumentation.ts"],
    ignores: [...TESTS, "lib/watching/take-over-console.ts"],
    rules: { "no-console": "error" },
  },
  {
    files: ["app/**", "components/**", "lib/action.ts", "lib/api.ts"],
    ignores: TESTS,
    rules: { "local/no-error-text": "error" },
  },
  {
    files: ["app/**/*.tsx", "components/**/*.tsx"],
    ...reactHooks.configs.flat["recommended-latest"],
    rules: asErrors(reactHooks.configs.flat["recommended-latest"].rules),
  },
  {
    files: ["app/**", "components/**"],
    plugins: { "@next/next": next, local: localRules },
    rules: {
      ...asErrors(next.configs["core-web-vitals"].rules),
      "local/no-raw-html": "error",
      "local/no-told-by-address": "error",
    },
  },
  // A page that failed is left by loading the next one whole.
  {
    files: ["app/error.tsx", "app/global-error.tsx"],
    rules: { "@next/next/no-html-link-for-pages": "off" },
  },
  {
    files: TESTS,
    rules: {
      "max-lines-per-function": "off",
      "max-params": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-base-to-string": "off",
      "local/no-dates": "off",
      "local/no-focused-or-skipped-tests": "error",
      "local/no-mocks": "error",
    },
  },
);
