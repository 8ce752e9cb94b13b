import type { ESLint } from "eslint";

export declare const localRules: ESLint.Plugin;
