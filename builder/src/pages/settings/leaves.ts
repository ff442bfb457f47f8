/** Every place in a sample that holds a value, as a mapping names it: "customer.email". */
export function leaves(sample: unknown, path = ""): string[] {
  if (sample === null || typeof sample !== "object") return path ? [path] : [];
  return Object.entries(sample).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key)).slice(0, 200);
}
