/** The composition root: refuses to boot on a wrong set-up, then starts the relay with the jobs. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startServer } = await import("./instrumentation-node");
  await startServer();
}
