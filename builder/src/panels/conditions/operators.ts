import type { Catalogue } from "../../catalogue/catalogue";
import type { FilterField, OperatorDescriptor } from "../../catalogue/descriptors";
import type { Json } from "../../model/definition";

/** The operators that make sense for a field, and for what is chosen from a list those that compare whole values. */
export function operatorsFor(catalogue: Catalogue, field: FilterField | undefined): OperatorDescriptor[] {
  const all = [...catalogue.operators.values()];
  const type = field?.type ?? "text";
  const fit = all.filter(op => op.fits === "any" || op.fits.split(", ").includes(type));
  return type === "text" && (field?.options || field?.of) ? fit.filter(op => !["contains", "notContains", "containsAny", "startsWith", "endsWith"].includes(op.name)) : fit;
}

/** The value that goes on being useful when the operator changes; undefined when none does. */
export function valueFor(takes: OperatorDescriptor["takes"], value: Json | undefined): Json | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  switch (takes) {
    case "none": return undefined;
    case "many": return Array.isArray(value) ? value : first == null || first === "" ? [] : [first];
    case "range": return Array.isArray(value) && value.length === 2 ? value : [first ?? "", ""];
    case "duration": return typeof first === "string" && first.startsWith("P") ? first : "P7D";
    default: return typeof first === "object" ? "" : first ?? "";
  }
}
