import { readFile } from "node:fs/promises";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";
import { expect, it } from "vitest";

const here = new URL(".", import.meta.url);

it("the types are those of the OpenAPI document; `npm run api` renews them", async () => {
  const fresh = COMMENT_HEADER + astToString(await openapiTS(new URL("openapi.json", here)));
  expect((await readFile(new URL("schema.d.ts", here), "utf8")).trim()).toBe(fresh.trim());
}, 30_000);
