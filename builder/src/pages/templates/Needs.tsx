import { CircleCheck, CircleDashed, Ellipsis, Info } from "lucide-react";
import { Link } from "react-router";
import type { RecipeNeed } from "../../api/recipes";
import { useHere } from "./useHere";

const kinds: Record<string, [name: string, where?: string]> = {
  calendar: ["Calendar", "calendars"], pipeline: ["Pipeline", "pipelines"], stage: ["Stage", "pipelines"], user: ["Team", "team"], workflow: ["Workflow"], field: ["Custom field", "fields"], value: ["Custom value", "values"],
  page: ["Page", "practice"], setting: ["Practice", "practice"], tag: ["Tag"], form: ["Form"], consent: ["Consent"], feed: ["Connection", "connections"],
};

/** What a template wants to be there, with what is and what is missing. */
export function Needs({ needs, missing }: { needs: RecipeNeed[]; missing: RecipeNeed[] }) {
  const { has } = useHere();
  return (
    <ul className="needs">{needs.map(need => {
      const there = missing.some(one => one.kind === need.kind && one.name === need.name) ? false : has(need);
      const [kind, where] = kinds[need.kind] ?? [need.kind];
      return (
        <li key={`${need.kind} ${need.name}`} className={there === true ? "there" : there === false ? "missing" : ""}>
          {there === true ? <CircleCheck size={18} aria-label="Here" /> : there === false ? <CircleDashed size={18} aria-label="Missing" /> : there === undefined ? <Ellipsis size={18} aria-label="Loading…" /> : <Info size={18} aria-label="Good to know" />}
          <div><strong>{kind === need.name ? kind : `${kind}: ${need.name}`}</strong>{need.why && <p>{need.why}</p>}{there === false && where && <Link to={`/settings/${where}`}>Set it up</Link>}</div>
        </li>
      );
    })}</ul>
  );
}
