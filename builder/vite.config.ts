import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { elsewhere } from "./elsewhere.ts";

// `npm run dev` serves the app beside an embedded host that runs on its usual address.
const host = process.env["AESTHETIX_HOST"] ?? "http://127.0.0.1:7080";
const key = process.env["AESTHETIX_KEY"];
const passed = ["/api", "/health", "/hooks", "/session", "/openapi.json", "/demo", "/u/", "/l/", "/b/", "/docs"];

export default defineConfig({
  plugins: [react(), elsewhere()],
  resolve: { alias: { "react-style-singleton": fileURLToPath(new URL("src/ui/styleSingleton.ts", import.meta.url)) } },
  build: { outDir: "dist", sourcemap: false, chunkSizeWarningLimit: 600 },
  // Without a session there, a key given in AESTHETIX_KEY signs every call.
  server: { proxy: Object.fromEntries(passed.map(path => [path, { target: host, ...(key ? { headers: { Authorization: `Bearer ${key}` } } : {}) }])) },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
});
