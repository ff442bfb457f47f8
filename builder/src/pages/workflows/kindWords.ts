const words: Record<string, string> = { user: "team", template: "message template", field: "custom field", value: "custom value", link: "tracked link", document: "form or paper" };

/** What kind of thing a workflow refers to, in a word or two. */
export const kindWords = (kind: string) => words[kind] ?? kind;
