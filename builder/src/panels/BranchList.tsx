import { ArrowDown, ArrowUp, CopyPlus, Pencil, Plus, Trash2 } from "lucide-react";
import { useContext } from "react";
import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import { CalledContext } from "../canvas/Sentences";
import { useBuilder, useDefinition } from "../canvas/store";
import { namesFor } from "../canvas/summary";
import { addBranch, branchOutlet, changeBranch, duplicateBranch, evenShares, moveBranch, removeBranch, stepsOnlyIn } from "../model/branches";
import type { Step } from "../model/definition";
import { changeStep } from "../model/change";
import { narrate } from "../model/narrate";

/** The branches of an If, or the shares of a split: add, rename, reorder, duplicate, delete. None is always last. */
export function BranchList({ id, step }: { id: string; step: Step }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const called = useContext(CalledContext);
  const edit = useBuilder(s => s.edit);
  const open = useBuilder(s => s.open);
  const split = step.type === "split";
  const list = split ? step.shares ?? [] : step.branches ?? [];
  const total = (step.shares ?? []).reduce((sum, s) => sum + s.percent, 0);
  return (
    <div className="branches" role="group" aria-label={split ? "Shares" : "Branches"} data-field={`/steps/${id}/${split ? "shares" : "branches"}`}>
      <span className="label">{split ? "Shares" : "Branches, from top to bottom: the first that is true is taken"}</span>
      <ol>
        {list.map((branch, at) => {
          const name = branch.name || (split ? `Share ${at + 1}` : `Branch ${at + 1}`);
          const hangs = stepsOnlyIn(definition, branchOutlet(definition, id, branch.id)).length;
          return (
            <li key={branch.id} className="branch">
              <div className="row">
                <input className="input grow" aria-label={`Name of ${name}`} value={branch.name ?? ""} placeholder={name} onChange={event => edit(d => changeBranch(d, id, branch.id, { name: event.target.value }), "Renamed a branch", `${id} ${branch.id} name`)} />
                {"percent" in branch && <><input className="input percent" type="number" min={0} max={100} aria-label={`Percent of ${name}`} value={branch.percent} onChange={event => edit(d => changeBranch(d, id, branch.id, { percent: Math.max(0, Math.min(100, Math.round(Number(event.target.value)))) }), "Changed a share", `${id} ${branch.id} percent`)} /><span aria-hidden>%</span></>}
              </div>
              {"when" in branch && <button type="button" className="branch-when" onClick={() => open(`b:${id}/branches/${branch.id}`, "")}><Pencil size={13} aria-hidden /><span>{narrate(branch.when, namesFor(catalogue, definition, called)) || "No condition yet: everybody takes it"}</span></button>}
              <div className="branch-tools">
                <button type="button" className="button bare small" aria-label={`Move ${name} up`} disabled={at === 0} onClick={() => edit(d => moveBranch(d, id, branch.id, at - 1), `Moved the branch “${name}”`)}><ArrowUp size={14} aria-hidden /></button>
                <button type="button" className="button bare small" aria-label={`Move ${name} down`} disabled={at === list.length - 1} onClick={() => edit(d => moveBranch(d, id, branch.id, at + 1), `Moved the branch “${name}”`)}><ArrowDown size={14} aria-hidden /></button>
                <button type="button" className="button bare small" aria-label={`Duplicate ${name}`} onClick={() => edit(d => duplicateBranch(d, id, branch.id).definition, `Duplicated the branch “${name}”`)}><CopyPlus size={14} aria-hidden /></button>
                <button type="button" className="button bare small" aria-label={`Delete ${name}${hangs ? ` and ${hangs} steps in it` : ""}`} title={hangs ? `Deletes ${hangs} steps in it too` : "Delete"} disabled={list.length === 1} onClick={() => edit(d => removeBranch(d, id, branch.id), `Deleted the branch “${name}”`)}><Trash2 size={14} aria-hidden /></button>
              </div>
            </li>
          );
        })}
        {!split && <li className="branch none"><input className="input" aria-label="Name of None" value={step.none?.name ?? ""} placeholder="None" onChange={event => edit(d => changeBranch(d, id, "none", { name: event.target.value }), "Renamed None", `${id} none name`)} /><small className="quiet">Everybody for whom none of the above is true. Always last.</small></li>}
      </ol>
      <div className="row">
        <button type="button" className="button small" onClick={() => edit(d => addBranch(d, id).definition, split ? "Added a share" : "Added a branch")}><Plus size={15} aria-hidden />{split ? "Add a share" : "Add a branch"}</button>
        {split && <button type="button" className="button bare small" onClick={() => edit(d => changeStep(d, id, { shares: evenShares(d.steps[id]!.shares ?? []) }), "Made the shares even")}>Make even</button>}
        {split && total !== 100 && <small className="error" role="status">Together {total} %; it must be 100 %.</small>}
      </div>
    </div>
  );
}
