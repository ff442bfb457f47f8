import { describe, expect, it } from "vitest";
import type { Condition } from "./definition";
import { addReady, type Ready } from "./ready";

const tag: Ready = { condition: { all: [{ field: "contact.tags", op: "contains", value: "" }] }, asks: [{ pointer: "/all/0/value" }] };
const office: Ready = { condition: { all: [{ field: "now.weekday", op: "anyOf", value: ["mon"] }, { field: "now.time", op: "between", value: ["09:00", "17:00"] }] }, asks: [{ pointer: "/all/1/value/0" }, { pointer: "/all/1/value/1" }] };
const city = { field: "contact.city", op: "is", value: "Bath" }, asking = (condition: Ready["condition"]) => "all" in condition ? condition.all : [];

describe("a ready condition", () => {
  it("is the whole condition where there was none", () => {
    for (const none of [undefined, { all: [] }, { any: [] }] as (Condition | undefined)[]) expect(addReady(none, tag)).toEqual({ condition: tag.condition, row: "/all/0" });
    expect(addReady(undefined, office).row).toBe("/all/1");
  });
  it("goes with what was asked before", () => {
    expect(addReady(city, tag)).toEqual({ condition: { all: [city, ...asking(tag.condition)] }, row: "/all/1" });
    expect(addReady({ all: [city] }, office)).toEqual({ condition: { all: [city, ...asking(office.condition)] }, row: "/all/2" });
  });
  it("is one more choice among alternatives", () => {
    expect(addReady({ any: [city] }, tag)).toEqual({ condition: { any: [city, ...asking(tag.condition)] }, row: "/any/1" });
    expect(addReady({ any: [city] }, office)).toEqual({ condition: { any: [city, office.condition] }, row: "/any/1/all/1" });
  });
  it("points at the first blank, not at what is filled in already", () => {
    const two: Ready = { condition: { all: [{ field: "a", op: "is", value: "x" }, { field: "b", op: "is", value: "" }] }, asks: [{ pointer: "/all/0/value" }, { pointer: "/all/1/value" }] };
    expect(addReady(undefined, two).row).toBe("/all/1");
  });
});
