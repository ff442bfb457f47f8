import { readField } from "./field";
import { isFieldName, isMark, type Fault, type Field, type Problem } from "./parts";

/** What stands between one pair of braces. `opens`: the block that a broken tag would have begun; its end is no mistake of its own. */
export type Tag = { start: number; end: number } & (
  { is: "value"; field: Field } | { is: "open"; word: string; name: string } | { is: "else" } | { is: "close"; word: string }
  | { is: "broken"; fault: Fault; message: string; opens?: string });

export function findTags(text: string, problems: Problem[]): Tag[] {
  const tags: Tag[] = [];
  let at = 0;
  for (let open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
    const close = text.indexOf("}}", open + 2), again = text.indexOf("{{", open + 2);
    if (close < 0 || again >= 0 && again < close) {
      problems.push({ at: open, fault: "field", message: "A merge field is not finished: {{ needs a name and }}." });
      at = open + 2;
    } else {
      at = close + 2;
      tags.push(read(text.slice(open, at), open, at));
    }
  }
  return tags;
}

function read(source: string, start: number, end: number): Tag {
  const inside = source.slice(2, -2).trim();
  if (inside === "else") return { is: "else", start, end };
  if (inside.startsWith("/")) return { is: "close", word: inside.slice(1).trim(), start, end };
  if (inside.startsWith("#")) return readOpen(inside.slice(1), start, end);
  const field = readField(source);
  return typeof field === "string" ? { is: "broken", fault: "field", message: field, start, end } : { is: "value", field, start, end };
}

function readOpen(inside: string, start: number, end: number): Tag {
  const [, word = "", name = ""] = /^(\S*)\s*([^]*)$/.exec(inside) ?? [];
  const broken = (message: string): Tag => ({ is: "broken", fault: "block", message, opens: word, start, end });
  if (!["if", "unless", "each"].includes(word)) return broken(`There is no block named “#${word}”; there are #if, #unless and #each.`);
  if (name === "") return broken(`The block #${word} needs a field after it.`);
  return isFieldName(name) || isMark(name) ? { is: "open", word, name, start, end } : broken(`“${name}” after #${word} is not the name of a merge field.`);
}
