import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderPieces, renderText } from "../render";
import { segments } from "../../../model/sms";
import { withoutBlocks } from "./flat";
import { parse } from "./parse";

interface Agreed { facts: Record<string, Record<string, unknown>>; shown: [string, string][]; segments: [string, number, number, boolean, number][]; wrong: [string, string, number][] }
const agreed = JSON.parse(readFileSync(new URL("../../../../../tests/Core.Tests/Wording/agreed.json", import.meta.url), "utf8")) as Agreed;
const facts = (name: string): unknown => { const [root, key] = name.split("."); return agreed.facts[root!]?.[key!] ?? null; };
const show = (text: string, of: (name: string) => unknown = facts) => renderText(text, of, name => name);

describe("a template is read as the server reads it", () => {
  it.each(agreed.shown)("%j", (text, expected) => expect(show(text)).toBe(expected));
  it.each(agreed.wrong)("%j is wrong", (text, fault, at) => expect(parse(text).problems.map(p => [p.fault, p.at])).toEqual([[fault, at]]));
});

describe("a text message is cut up as the server cuts it", () => {
  it.each(agreed.segments)("%j × %i", (text, times, count, unicode, left) => expect(segments(text.repeat(times))).toMatchObject({ segments: count, unicode, left }));
});

describe("a text with blocks in one line", () => {
  it("keeps what stands in them", () => expect(withoutBlocks("Hi{{#if contact.firstName}} {{contact.firstName}}{{else}} you{{/if}}:\n{{#each order.items}}\n- {{@number}}{{this.name | upper}}\n{{/each}}")).toBe("Hi {{contact.firstName}}: - {{order.items.name}} "));
  it("leaves others alone", () => expect(withoutBlocks("a\nb {{x.y | upper}}")).toBe("a\nb {{x.y | upper}}"));
});

describe("what is not known yet", () => {
  const nothing = () => undefined;
  it("stands there by its name, whatever its default", () => expect(show("{{appointment.title | default: \"visit\"}}", nothing)).toBe("[appointment.title]"));
  it("is taken as if it were there", () => expect(show("{{#if order.id}}a{{else}}b{{/if}}{{#unless order.id}}c{{/unless}}", nothing)).toBe("a"));
  it("is one round of a loop", () => expect(show("{{#each order.items}}{{@number}} {{this}} {{this.price}}{{#unless @last}},{{/unless}}{{else}}none{{/each}}", nothing)).toBe("1 [order.items] [order.items.price]"));
  it("is told from what the contact lacks", () => expect(show("[{{contact.city}}]{{#if contact.city}}a{{/if}}", name => name.startsWith("contact.") ? null : undefined)).toBe("[]"));
});

describe("values", () => {
  it("are marked by the field they come from", () => expect(renderPieces("{{#each order.items}}{{this}}{{/each}}", facts, name => name).map(p => p.field)).toEqual(["order.items", "order.items"]));
  it("cannot bring markup into a page", () => expect(renderText("<b>{{contact.tags}}</b>", facts, name => name, text => text.replaceAll("<", "&lt;"))).toBe("<b>vip, &lt;b></b>"));
  it("are never read as a template again", () => expect(show("{{contact.trick}}", () => "{{contact.firstName}}")).toBe("{{contact.firstName}}"));
  it("end even where loops multiply", () => expect(renderPieces("{{#each a.b}}{{#each a.b}}{{#each a.b}}{{this}}{{/each}}{{/each}}{{/each}}", () => Array.from({ length: 200 }, () => "x"), name => name).length).toBeLessThanOrEqual(1000));
});
