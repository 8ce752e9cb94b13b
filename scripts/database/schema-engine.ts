import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** Prisma's own schema engine as WebAssembly: no download, same `_prisma_migrations` table. */
export async function applyWithEngine(
  databaseUrl: string,
  migrationsList: engineModule.MigrationList,
): Promise<void> {
  const engine = await openEngine(new WholeScripts({ connectionString: databaseUrl, max: 1 }));
  await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
}

/** Prisma's adapter cuts scripts at every semicolon, also inside functions: send them whole. */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

/** The SQL that leads from one Prisma schema text (empty: no tables) to another. No database. */
export async function draftSql(fromSchema: string, toSchema: string): Promise<string> {
  const engine = await openEngine(emptyDatabase);
  const { stdout } = await engine.diff({
    from: schemaTarget(fromSchema),
    to: schemaTarget(toSchema),
    script: true,
    exitCode: null,
    filters: NO_FILTERS,
  });
  return stdout ?? "";
}

async function openEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<engineModule.SchemaEngine> {
  loading ??= loadEngine();
  await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

function schemaTarget(content: string): engineModule.DiffTarget {
  if (content.trim() === "") return { tag: "empty" };
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}

let loading: Promise<void> | undefined;

async function loadEngine(): Promise<void> {
  const glueFile = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const bytes = await readFile(path.join(path.dirname(glueFile), "schema_engine_bg.wasm"));
  const glue: Record<string, unknown> = { ...engineModule };
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as WebAssembly.ModuleImports,
  });
  call(glue["__wbg_set_wasm"], instance.exports);
  call(instance.exports["__wbindgen_start"]);
}

function call(glueFunction: unknown, ...args: unknown[]): void {
  if (typeof glueFunction === "function") Reflect.apply(glueFunction, undefined, args);
}

/** The engine asks for the server's version before it compares two texts: this answers it. */
const emptyDatabase = {
  provider: "postgres",
  adapterName: "empty",
  connect: connectNowhere,
  connectToShadowDb: connectNowhere,
} satisfies SqlMigrationAwareDriverAdapterFactory;

async function connectNowhere(): Promise<SqlDriverAdapter> {
  return {
    provider: "postgres",
    adapterName: "empty",
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 16.0", 160000]],
    }),
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    startTransaction: async () => Promise.reject(new Error("there is no database here")),
    dispose: async () => undefined,
  };
}
