import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { elsewhere } from "./elsewhere.ts";

// `npm run dev` serves the app beside an embedded host that runs on its usual address.
const host = process.env["AESTHETIX_HOST"] ?? "http://127.0.0.1:7080";
const passed = ["/api", "/hooks", "/session", "/openapi.json", "/demo", "/u/", "/l/", "/b/", "/docs"];

export default defineConfig({
  plugins: [react(), elsewhere()],
  build: { outDir: "dist", sourcemap: false, chunkSizeWarningLimit: 600 },
  server: { proxy: Object.fromEntries(passed.map(path => [path, { target: host }])) },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
});
