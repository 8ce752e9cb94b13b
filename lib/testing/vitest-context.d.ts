import type { TestServer } from "./test-server";

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}
