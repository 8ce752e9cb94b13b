import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";
import { useDatabase } from "./database";
import { cloneTemplate } from "./test-server";

const server = inject("testServer");
const worker = process.env.VITEST_POOL_ID ?? "1";

Object.assign(process.env, {
  NEXTAUTH_SECRET: "integration-tests-only-nextauth-secret",
  LINK_SECRET: "integration-tests-only-link-secret-123",
  RESEND_API_KEY: "re_integration_tests",
  RESEND_BASE_URL: "http://127.0.0.1:9",
  MAIL_PER_SECOND: "1000",
  MAIL_FROM: "school@musicnme.example",
  APP_URL: "http://localhost:3000",
  MUSICNME_DATA_DIR: path.join(tmpdir(), server.template),
  LOG_LEVEL: "silent",
});

useDatabase(await cloneTemplate(server, `${server.template}_${worker}`, "kept"));
