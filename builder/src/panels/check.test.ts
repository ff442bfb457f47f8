import { describe, expect, it } from "vitest";
import type { Field } from "../catalogue/descriptors";
import type { Json } from "../model/definition";
import { problemOf } from "./check";
import { renderText } from "./text/render";

const field = (more: Partial<Field>): Field => ({ name: "x", kind: "text", label: "X", ...more });
const of = (f: Field, value: Json | undefined, others: Field[] = [], config = {}) => problemOf(f, [f, ...others], value === undefined ? config : { ...config, x: value });

describe("checking while one types", () => {
  it("asks for what is required, unless another field takes its place", () => {
    const body = field({ required: true, unless: "templateId" });
    const template = field({ name: "templateId", kind: "reference" });
    expect([of(body, undefined, [template]), of(body, undefined, [template], { templateId: "tpl" }), of(field({}), undefined)]).toEqual(["X is needed.", undefined, undefined]);
    expect(problemOf(field({ name: "purpose", required: true }), [], {})).toMatch(/care or marketing/);
  });
  it("knows lengths, ranges, dates, addresses and lists", () => {
    expect(of(field({ maxLength: 3 }), "four")).toMatch(/3 are allowed/);
    expect(of(field({ kind: "number", min: 1, max: 10 }), 11)).toMatch(/Between 1 and 10/);
    expect(of(field({ kind: "duration" }), "one day")).toMatch(/length of time/);
    expect(of(field({ kind: "url" }), "example.com")).toMatch(/https/);
    expect(of(field({ kind: "email" }), "nobody")).toMatch(/email/);
    expect(of(field({ kind: "date" }), "2026-02-30x")).toMatch(/date/);
    expect(of(field({ kind: "manyReferences", required: true }), [])).toBe("X is needed.");
    expect(of(field({ kind: "choice", options: [{ value: "a", label: "A" }] }), "b")).toMatch(/list/);
    expect([of(field({ kind: "duration" }), "P1D"), of(field({ kind: "number" }), 4)]).toEqual([undefined, undefined]);
  });
  it("judges merge fields only by whether they are finished", () => {
    expect(of(field({ kind: "email", merge: true }), "{{contact.email}}")).toBeUndefined();
    expect(of(field({ merge: true }), "Hi {{contact.name")).toMatch(/not finished/);
    expect(of(field({ merge: true }), "Hi {{ }}")).toMatch(/not finished/);
  });
});

describe("the preview", () => {
  const facts = (name: string) => ({ "contact.firstName": "Ada", "contact.city": null })[name];
  const show = (text: string) => renderText(text, facts, name => name);
  it("fills in what is known and names what is not", () => expect(show("Hi {{contact.firstName}}, see you {{appointment.startsAt}}")).toBe("Hi Ada, see you [appointment.startsAt]"));
  it("takes a default for what the contact lacks", () => expect(show("{{contact.city | default: \"your city\"}}")).toBe("your city"));
});
