import { pair } from "./pair";
import type { Part, Problem } from "./parts";
import { findTags, type Tag } from "./tags";

interface Block { tag: Tag & { is: "open" } | null; parts: Part[]; first: Part[] | null }

/** Reads a template. What cannot be read stays text and is a problem; a block's tag alone on its line takes the line with it. */
export function parse(text: string): { parts: Part[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tags = findTags(text, problems);
  const good = pair(tags, problems);
  const blocks: Block[] = [{ tag: null, parts: [], first: null }];
  const top = () => blocks.at(-1)!;
  const side = () => { const parts = top().parts; top().parts = []; return parts; };
  let at = 0, literal = "";
  const flush = () => { if (literal) top().parts.push(literal); literal = ""; };
  for (const tag of tags) {
    if (!good.has(tag)) continue;
    const [from, to] = tag.is === "value" ? [tag.start, tag.end] : line(text, tag);
    literal += text.slice(at, Math.max(at, from));
    flush();
    if (tag.is === "value") top().parts.push(tag.field);
    else if (tag.is === "open") blocks.push({ tag, parts: [], first: null });
    else if (tag.is === "else") top().first = side();
    else {
      const last = side(), block = blocks.pop()!;
      top().parts.push(end(block, last));
    }
    at = Math.max(at, to);
  }
  literal += text.slice(at);
  flush();
  return { parts: side(), problems: problems.sort((a, b) => a.at - b.at) };
}

function end({ tag, first }: Block, last: Part[]): Part {
  const [one, two] = first ? [first, last] : [last, []];
  const { word, name } = tag!;
  return word === "each" ? { is: "each", name, body: one, otherwise: two } : { is: "if", name, then: word === "unless" ? two : one, otherwise: word === "unless" ? one : two };
}

function line(text: string, { start, end }: Tag): [number, number] {
  let from = start, to = end;
  while (from > 0 && /[ \t]/.test(text[from - 1]!)) from--;
  while (to < text.length && /[ \t]/.test(text[to]!)) to++;
  const after = text.startsWith("\r\n", to) ? 2 : text[to] === "\n" ? 1 : 0;
  return (from === 0 || text[from - 1] === "\n") && (to === text.length || after > 0) ? [from, to + after] : [start, end];
}
