import { layers, features } from "./scripts/gates/import-layers.mjs";
import { everywhere, purity, soleImporters } from "./scripts/gates/import-rules.mjs";

export default {
  forbidden: [...everywhere, ...layers, ...features, ...purity, ...soleImporters],
  options: {
    doNotFollow: { path: ["node_modules", "^lib/db/generated"] },
    exclude: { path: ["^\\.next", "^lib/testing/import-rules-fixture/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
    cache: { folder: "node_modules/.cache/dependency-cruiser", strategy: "content" },
  },
};
