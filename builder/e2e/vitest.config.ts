import { defineConfig } from "vitest/config";

// One file after the other: each has a host of its own, and a browser wants a core to itself.
export default defineConfig({
  root: import.meta.dirname,
  test: { include: ["**/*.e2e.ts"], fileParallelism: false, testTimeout: 60_000, hookTimeout: 90_000, pool: "threads", isolate: false },
});
