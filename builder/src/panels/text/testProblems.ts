import type { ApiError } from "../../api/client";

/** What the API says of a test that was refused: about the address, and about all else. */
export function testProblems(error: ApiError): { to?: string; rest: string[] } {
  const found = error.problem?.errors ?? [];
  const to = found.filter(e => e.pointer === "/to").map(e => e.message);
  if (error.status === 429) return { rest: ["That were many tests in one minute. Wait a moment, then send it again."] };
  // The heading of a problem says no more than its parts do.
  if (error.code === "test.optedOut" || error.code === "test.quietHours") return { to: `${to[0] ?? ""} No test goes there.`.trim(), rest: [] };
  if (to.length > 0) return { to: to.join(" "), rest: [] };
  return { rest: found.length > 0 ? found.map(e => e.pointer.startsWith("/config/") ? `${e.message} (${e.pointer.slice("/config/".length)})` : e.message) : [error.message] };
}
