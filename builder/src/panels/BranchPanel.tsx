import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import { titleOf } from "../catalogue/catalogue";
import { conditionGroups } from "../catalogue/mergeFields";
import { useBuilder, useDefinition } from "../canvas/store";
import { changeBranch, duplicateBranch, moveBranch, removeBranch } from "../model/branches";
import type { Step } from "../model/definition";
import { stepOf, waysOf } from "../model/ways";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { ConditionEditor } from "./conditions/ConditionEditor";

/** One branch: its name, who takes it, and its place. */
export function BranchPanel({ outlet, step }: { outlet: string; step: Step }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const edit = useBuilder(s => s.edit);
  const open = useBuilder(s => s.open);
  const readOnly = useBuilder(s => s.readOnly);
  const id = stepOf(outlet)!;
  const way = waysOf(id, step).find(w => w.outlet === outlet);
  if (!way?.branch) return null;
  const at = (step.branches ?? step.shares ?? []).findIndex(b => b.id === way.branch);
  const count = (step.branches ?? step.shares ?? []).length;
  const branch = step.branches?.find(b => b.id === way.branch);
  const share = step.shares?.find(s => s.id === way.branch);
  const pointer = `/steps/${id}/branches/${at}`;
  return (
    <fieldset className="form" disabled={readOnly}>
      <Field label="Name"><input className="input" value={(branch ?? share ?? step.none)?.name ?? ""} placeholder={way.label} onChange={event => edit(d => changeBranch(d, id, way.branch!, { name: event.target.value }), "Renamed a branch", `${outlet} name`)} /></Field>
      {branch && <div className="field"><span className="label">Who takes it</span><ConditionEditor value={branch.when} groups={conditionGroups(catalogue, definition)} pointer={`${pointer}/when`} label={`Condition of ${way.label}`} ready empty="Without a condition everybody takes this branch." onChange={(when, only) => edit(d => changeBranch(d, id, way.branch!, only && /^(Branch \d+)?$/.test(branch.name ?? "") ? { when, name: only.name } : { when }), `Changed the condition of “${way.label}”`, `${outlet} when`)} /></div>}
      {share && <Field label="Percent"><input className="input" type="number" min={0} max={100} value={share.percent} onChange={event => edit(d => changeBranch(d, id, share.id, { percent: Math.max(0, Math.min(100, Math.round(Number(event.target.value)))) }), "Changed a share", `${outlet} percent`)} /></Field>}
      {way.branch === "none" && <p className="quiet">Everybody for whom none of the other branches is true. It is always there and always last.</p>}
      <div className="row panel-actions">
        {at > 0 && <Button small onClick={() => edit(d => moveBranch(d, id, way.branch!, at - 1), "Moved a branch")}>Move left</Button>}
        {at >= 0 && at < count - 1 && <Button small onClick={() => edit(d => moveBranch(d, id, way.branch!, at + 1), "Moved a branch")}>Move right</Button>}
        {at >= 0 && <Button small onClick={() => edit(d => duplicateBranch(d, id, way.branch!).definition, `Duplicated the branch “${way.label}”`)}>Duplicate</Button>}
        {at >= 0 && count > 1 && <Button small look="danger" onClick={() => { edit(d => removeBranch(d, id, way.branch!), `Deleted the branch “${way.label}”`); open(`s:${id}`); }}>Delete</Button>}
        <Button small look="bare" onClick={() => open(`s:${id}`)}>All of “{titleOf(catalogue, step)}”</Button>
      </div>
    </fieldset>
  );
}
