import type { Definition } from "./definition";
import { dagOf, dominators, type Dag } from "./graph";
import { loose } from "./reach";
import { forks, startOutlet, triggerOutlet, waysOf, type Outlet, type Way } from "./ways";

/** Sizes of what is drawn, in the canvas's own units. */
export const size = { card: { width: 272, height: 84 }, chip: { width: 188, height: 34 }, end: { width: 96, height: 26 }, down: 60, chipDown: 34, across: 36, looseAcross: 140 };

export interface Point { x: number; y: number }
/** Places are those of the middle of the upper edge. */
export interface Picture {
  steps: Map<string, Point>;
  chips: Map<Outlet, Point>;
  ends: Map<Outlet, Point>;
  triggers: Map<string, Point>;
  addTrigger: Point;
  hub: Point;
  /** Where a plus lies and a dragged step may be dropped. */
  pluses: Map<Outlet, Point>;
  loose: Set<string>;
  lines: Line[];
}

/** `way`: straight on; `join`: to where paths come together; `jump`: dashed. */
export interface Line { outlet: Outlet; from: { kind: "step" | "chip" | "hub" | "trigger"; id: string }; to: { kind: "step" | "end" | "chip" | "hub"; id: string } ; look: "way" | "join" | "jump" }

interface Box { left: number; right: number; height: number; columns: { way: Way | null; dx: number; dy: number; head: string | null }[]; joins: { id: string; dx: number; dy: number }[] }

const root = "";

/** A tidy picture of a definition: branches side by side, paths that join further down. Pure, and linear in the number of steps. */
export function picture(definition: Definition): Picture {
  const dag = dagOf(definition);
  const above = dominators(dag);
  const children = group(dag, above);
  const boxes = new Map<string, Box>();
  const isHead = headsOf(definition, dag, above);
  for (const id of [...dag.order].reverse()) boxes.set(id, measure(definition, dag, id, boxes, isHead, children.get(id) ?? [], above));

  const out: Picture = {
    steps: new Map(), chips: new Map(), ends: new Map(), triggers: new Map(), pluses: new Map(), lines: [], loose: new Set(loose(definition)),
    addTrigger: { x: 0, y: 0 }, hub: { x: 0, y: 0 },
  };
  const top = placeTriggers(definition, out);
  placeRoots(definition, dag, boxes, children.get(root) ?? [], out, top);
  draw(definition, dag, out);
  return out;
}

function group(dag: Dag, above: Map<string, string | null>) {
  const children = new Map<string, string[]>();
  for (const id of dag.order) {
    const parent = above.get(id) ?? root;
    const list = children.get(parent);
    if (list) list.push(id); else children.set(parent, [id]);
  }
  return children;
}

/** Steps that stand at the top of a column: one way leads to them, and it comes from right above. */
function headsOf(definition: Definition, dag: Dag, above: Map<string, string | null>) {
  const roots = new Set(dag.roots);
  return (parent: string, way: Way) => {
    const target = way.target;
    return !way.jump && target !== null && target in definition.steps && !dag.back.has(way.outlet) && !roots.has(target)
      && dag.before.get(target)!.length === 1 && above.get(target) === parent ? target : null;
  };
}

function measure(definition: Definition, dag: Dag, id: string, boxes: Map<string, Box>, headOf: ReturnType<typeof headsOf>, children: string[], above: Map<string, string | null>): Box {
  const step = definition.steps[id]!;
  const forked = forks(step, id);
  const ways = waysOf(id, step).filter(way => !way.jump);
  const half = size.card.width / 2;
  const dy = size.card.height + (forked ? size.chipDown + size.chip.height + size.down : size.down);
  const columns: Box["columns"] = [];
  const spans: { left: number; right: number; height: number }[] = ways.map(way => {
    const head = headOf(id, way);
    if (head !== null) return boxes.get(head)!;
    const narrow = forked ? size.chip.width / 2 : half;
    return { left: narrow, right: narrow, height: way.target === null ? size.end.height : 0 };
  });
  let x = 0;
  const middles = spans.map((span, at) => {
    if (at > 0) x += size.across;
    const middle = x + span.left;
    x = middle + span.right;
    return middle;
  });
  const centre = middles.length > 0 ? (middles[0]! + middles[middles.length - 1]!) / 2 : 0;
  let [left, right, bottom] = [half, half, size.card.height];
  ways.forEach((way, at) => {
    const dx = middles[at]! - centre;
    columns.push({ way, dx, dy, head: headOf(id, way) });
    left = Math.max(left, spans[at]!.left - dx);
    right = Math.max(right, spans[at]!.right + dx);
    bottom = Math.max(bottom, dy + spans[at]!.height - (spans[at]!.height === 0 ? size.down - 16 : 0));
  });
  const heads = new Set(columns.map(c => c.head));
  const joins = children.filter(child => !heads.has(child)).map(child => {
    const feeding = columnsInto(dag, above, id, child, columns, definition);
    const dx = feeding.length === 0 || feeding.length === columns.length ? 0 : feeding.reduce((sum, c) => sum + c.dx, 0) / feeding.length;
    const box = boxes.get(child)!;
    const join = { id: child, dx, dy: bottom + size.down };
    bottom = join.dy + box.height;
    left = Math.max(left, box.left - dx);
    right = Math.max(right, box.right + dx);
    return join;
  });
  return { left, right, height: bottom, columns, joins };
}

/** The columns of a fork from which paths come to a join. */
function columnsInto(dag: Dag, above: Map<string, string | null>, fork: string, join: string, columns: Box["columns"], definition: Definition) {
  const heads = new Set<string>();
  for (let from of dag.before.get(join)!) {
    while (from !== fork && above.get(from) !== fork && above.get(from) != null) from = above.get(from)!;
    heads.add(from);
  }
  return columns.filter(c => c.head !== null ? heads.has(c.head) : c.way?.target === join && join in definition.steps);
}

const perRow = 4;

function placeTriggers(definition: Definition, out: Picture): number {
  const [wide, high] = [size.card.width + 28, size.card.height + 28];
  const count = definition.triggers.length;
  // The triggers stand in the middle above the steps; what adds one stands beside the last.
  definition.triggers.forEach((t, at) => {
    const row = Math.floor(at / perRow);
    const inRow = Math.min(perRow, count - row * perRow);
    out.triggers.set(t.id, { x: (at % perRow - (inRow - 1) / 2) * wide, y: row * high });
  });
  const last = count > 0 ? out.triggers.get(definition.triggers[count - 1]!.id)! : null;
  out.addTrigger = last ? { x: last.x + wide, y: last.y } : { x: 0, y: 0 };
  const bottom = Math.ceil(Math.max(1, count) / perRow) * high - 28;
  out.hub = { x: 0, y: bottom + 30 };
  return bottom + 30 + size.down;
}

/** The start stands under the triggers; other beginnings stand to its right, and what nothing leads to at the end. */
function placeRoots(definition: Definition, dag: Dag, boxes: Map<string, Box>, children: string[], out: Picture, top: number) {
  const roots = dag.roots;
  const begins = roots.includes(definition.start ?? "") ? definition.start : null;
  if (begins === null) out.ends.set(startOutlet, { x: 0, y: top });
  const ordered = [...roots.filter(id => id === begins), ...roots.filter(id => id !== begins && !out.loose.has(id)), ...roots.filter(id => id !== begins && out.loose.has(id))];
  let [edge, bottom] = [begins === null ? size.card.width / 2 : -Infinity, top];
  for (const id of ordered) {
    const box = boxes.get(id)!;
    const x = id === begins ? 0 : edge + box.left + (out.loose.has(id) ? size.looseAcross : size.across);
    put(id, { x, y: top }, boxes, out);
    edge = Math.max(edge, x + box.right);
    if (!out.loose.has(id)) bottom = Math.max(bottom, top + box.height);
  }
  for (const id of children.filter(child => !roots.includes(child))) {
    const box = boxes.get(id)!;
    put(id, { x: 0, y: bottom + size.down }, boxes, out);
    bottom += size.down + box.height;
  }
}

function put(id: string, place: Point, boxes: Map<string, Box>, out: Picture) {
  const open = [{ id, place }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { id: step, place: here } = at;
    const box = boxes.get(step)!;
    out.steps.set(step, here);
    const forked = box.columns.length > 1 || box.columns[0]?.way?.branch != null;
    for (const column of box.columns) {
      const below = { x: here.x + column.dx, y: here.y + column.dy };
      const outlet = column.way!.outlet;
      if (forked) out.chips.set(outlet, { x: below.x, y: here.y + size.card.height + size.chipDown });
      if (column.head !== null) open.push({ id: column.head, place: below });
      else if (column.way!.target === null) out.ends.set(outlet, below);
    }
    for (const join of box.joins) open.push({ id: join.id, place: { x: here.x + join.dx, y: here.y + join.dy } });
  }
}

/** The lines between what was placed, after cards put aside by hand have been moved there. */
function draw(definition: Definition, dag: Dag, out: Picture) {
  for (const [id, by] of Object.entries(definition.layout?.shifts ?? {})) {
    const place = out.steps.get(id);
    if (place) out.steps.set(id, { x: place.x + by.x, y: place.y + by.y });
  }
  const plus = (outlet: Outlet, from: Point, to: Point) => out.pluses.set(outlet, Math.abs(from.x - to.x) < 2 ? { x: to.x, y: (from.y + to.y) / 2 } : { x: from.x, y: from.y + size.down / 2 });
  for (const t of definition.triggers) {
    const own = t.start != null && t.start in definition.steps;
    out.lines.push({ outlet: triggerOutlet(t.id), from: { kind: "trigger", id: t.id }, to: own ? { kind: "step", id: t.start! } : { kind: "hub", id: "" }, look: own ? "join" : "way" });
  }
  const first = definition.start !== null && out.steps.has(definition.start) ? definition.start : null;
  out.lines.push({ outlet: startOutlet, from: { kind: "hub", id: "" }, to: first ? { kind: "step", id: first } : { kind: "end", id: startOutlet }, look: "way" });
  plus(startOutlet, out.hub, first ? out.steps.get(first)! : out.ends.get(startOutlet)!);
  for (const [id, place] of out.steps) {
    const step = definition.steps[id]!;
    for (const way of waysOf(id, step)) {
      const chip = out.chips.get(way.outlet);
      const known = way.target !== null && out.steps.has(way.target);
      if (way.jump) {
        if (known) out.lines.push({ outlet: way.outlet, from: { kind: "step", id }, to: { kind: "step", id: way.target! }, look: "jump" });
        continue;
      }
      if (chip) out.lines.push({ outlet: `${way.outlet}/chip`, from: { kind: "step", id }, to: { kind: "chip", id: way.outlet }, look: "way" });
      const from = chip ? { x: chip.x, y: chip.y + size.chip.height } : { x: place.x, y: place.y + size.card.height };
      const source = chip ? { kind: "chip" as const, id: way.outlet } : { kind: "step" as const, id };
      if (known) {
        const to = out.steps.get(way.target!)!;
        const back = dag.back.has(way.outlet);
        const straight = Math.abs(to.x - from.x) < 2 && to.y > from.y;
        out.lines.push({ outlet: way.outlet, from: source, to: { kind: "step", id: way.target! }, look: back ? "jump" : straight && to.y - from.y < size.down * 2 ? "way" : "join" });
        plus(way.outlet, from, back ? { x: from.x, y: from.y + size.down } : to.y - from.y < size.down * 2 ? to : { x: from.x, y: from.y + size.down });
      } else {
        // A step that leads to one that does not exist is drawn as an end; the finding says why.
        const end = out.ends.get(way.outlet) ?? { x: from.x, y: from.y + size.down };
        out.ends.set(way.outlet, end);
        out.lines.push({ outlet: way.outlet, from: source, to: { kind: "end", id: way.outlet }, look: "way" });
        plus(way.outlet, from, end);
      }
    }
  }
}
