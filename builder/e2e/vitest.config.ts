import { defineConfig } from "vitest/config";

// Two files side by side: each has a host of its own, and most of a journey is waiting for one or the other.
export default defineConfig({
  root: import.meta.dirname,
  test: { include: ["**/*.e2e.ts"], maxWorkers: 2, testTimeout: 60_000, hookTimeout: 90_000, pool: "threads", isolate: false },
});
