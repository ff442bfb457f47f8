import { isFieldName, isMark, type Field, type Filter } from "./parts";

const opening = "\"'“‘", closing = "\"'”’";
const takesMore = ["date", "time", "list", "join"], plain = ["upper", "lower", "title", "iso"];

/** Reads one merge field; a text instead says what is wrong with it. */
export function readField(source: string): Field | string {
  const [first = "", ...rest] = split(source.slice(2, -2));
  const name = first.trim();
  if (!isFieldName(name) && !isMark(name)) return name === "" ? "A merge field is not finished: {{ needs a name and }}." : `“${name}” is not the name of a merge field.`;
  const filters: Filter[] = [];
  let fallback: string | null = null;
  for (const piece of rest) {
    const colon = piece.indexOf(":");
    const word = (colon < 0 ? piece : piece.slice(0, colon)).trim();
    const given = colon < 0 ? null : unquote(piece.slice(colon + 1));
    if (colon >= 0 && given === null) return `What follows “${word}:” must be in quotes.`;
    if (word === "default") {
      if (given === null) return "The default needs a text: default: \"there\".";
      fallback = given;
    } else if (!takesMore.includes(word) && !plain.includes(word)) return `There is no filter named “${word}”.`;
    else if (given !== null && plain.includes(word)) return `The filter “${word}” takes nothing after it.`;
    else filters.push({ word, given });
  }
  return { is: "field", name, filters, fallback, source };
}

/** Splits at bars outside quotes; apostrophes inside and outside are just letters. */
function split(body: string): string[] {
  const pieces: string[] = [];
  let start = 0, quote = -1, afterColon = false;
  for (let at = 0; at < body.length; at++) {
    const letter = body[at]!;
    if (quote >= 0) {
      if (letter === closing[quote] && /^\s*(\||$)/.test(body.slice(at + 1))) quote = -1;
    } else if (letter === "|") {
      pieces.push(body.slice(start, at));
      start = at + 1;
      afterColon = false;
    } else if (letter === ":") afterColon = true;
    else if (afterColon && letter.trim() !== "") {
      quote = opening.indexOf(letter);
      afterColon = false;
    }
  }
  pieces.push(body.slice(start));
  return pieces;
}

function unquote(text: string): string | null {
  const within = text.trim();
  const quote = opening.indexOf(within[0] ?? " ");
  return within.length >= 2 && quote >= 0 && within.at(-1) === closing[quote] ? within.slice(1, -1) : null;
}
