import { isLoops, type Fault, type Problem } from "./parts";
import type { Tag } from "./tags";

const deepest = 5;
interface Opened { word: string; tag: Tag; reads: boolean; other?: Tag }

/** Finds the end of each block; answers the tags that are what they say. One mistake is told once. */
export function pair(tags: readonly Tag[], problems: Problem[]): Set<Tag> {
  const good = new Set<Tag>();
  let open: Opened[] = [];
  const tell = (tag: Tag, fault: Fault, message: string) => problems.push({ at: tag.start, fault, message });
  const inLoop = () => open.some(block => block.word === "each" && block.reads && !block.other);
  const only = (what: string) => `${what} has a meaning only between {{#each}} and {{/each}}.`;
  const drop = (from: number) => {
    for (const lost of open.slice(from)) if (lost.reads) tell(lost.tag, "unclosed", `The block #${lost.word} has no {{/${lost.word}}}.`);
    open = open.slice(0, from);
  };
  for (const tag of tags) {
    const last = open.at(-1);
    switch (tag.is) {
      case "value":
        if (isLoops(tag.field.name) && !inLoop()) tell(tag, "stray", only(tag.field.source));
        else good.add(tag);
        break;
      case "open": {
        const deep = open.length >= deepest, lost = isLoops(tag.name) && !inLoop();
        if (lost || deep) tell(tag, deep ? "block" : "stray", lost ? only(`“${tag.name}” after #${tag.word}`) : `More than ${deepest} blocks lie within each other.`);
        open.push({ word: tag.word, tag, reads: !lost && !deep });
        break;
      }
      case "else":
        if (last && !last.other) last.other = tag;
        else tell(tag, "stray", last ? `The block #${last.word} has a second {{else}}.` : "{{else}} stands outside of a block.");
        break;
      case "close": {
        const at = open.findLastIndex(block => block.word === tag.word);
        if (at < 0) { tell(tag, "stray", `{{/${tag.word}}} ends a block that was not opened.`); break; }
        drop(at + 1);
        const ended = open.pop()!;
        if (ended.reads) for (const one of [ended.tag, ended.other, tag]) if (one) good.add(one);
        break;
      }
      case "broken":
        tell(tag, tag.fault, tag.message);
        if (tag.opens !== undefined) open.push({ word: tag.opens, tag, reads: false });
    }
  }
  drop(0);
  return good;
}
