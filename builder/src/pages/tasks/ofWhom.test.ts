import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepWhom, ofWhom } from "./ofWhom";

const team = [{ id: "usr_1" }, { id: "usr_2" }];
const at = (query: string) => new URLSearchParams(query);

describe("Whose tasks are shown", () => {
  beforeEach(() => {
    const all = new Map<string, string>();
    vi.stubGlobal("localStorage", { getItem: (key: string) => all.get(key) ?? null, setItem: (key: string, value: string) => all.set(key, value), removeItem: (key: string) => all.delete(key) });
  });
  it("are everybody's until somebody is chosen", () => expect(ofWhom(at(""), team)).toBe(""));
  it("are theirs who were chosen last", () => { keepWhom("usr_2"); expect(ofWhom(at("state=done"), team)).toBe("usr_2"); });
  it("are what the address says, also everybody's", () => { keepWhom("usr_2"); expect([ofWhom(at("who=usr_1"), team), ofWhom(at("who="), team)]).toEqual(["usr_1", ""]); });
  it("are everybody's when whoever was chosen has left", () => { keepWhom("usr_9"); expect([ofWhom(at(""), team), ofWhom(at(""), undefined)]).toEqual(["", "usr_9"]); });
  it("are everybody's once that is chosen", () => { keepWhom("usr_1"); keepWhom(""); expect(ofWhom(at(""), team)).toBe(""); });
});
