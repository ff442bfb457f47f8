import { useState } from "react";
import { titleOf } from "../catalogue/catalogue";
import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import { removeStep } from "../model/remove";
import { waysOf } from "../model/ways";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { removeKeeping } from "./commands";
import { useBuilder, useBuilderStore, useDefinition } from "./store";

/** What of a fork stays when the fork is deleted. */
export function RemoveDialog() {
  const builder = useBuilderStore();
  const id = useBuilder(s => s.asking?.remove ?? null);
  const close = () => builder.getState().set({ asking: null });
  return <Dialog open={id !== null} onClose={close} title="Delete this step" about="Steps hang below it in branches. Which of them stay?">{id !== null && <Choice key={id} id={id} close={close} />}</Dialog>;
}

function Choice({ id, close }: { id: string; close: () => void }) {
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const step = definition.steps[id];
  const [keep, setKeep] = useState<string>("");
  if (!step) return null;
  const gone = (outlet: string | null) => removeStep(definition, id, outlet).alsoGone.length;
  const steps = (n: number) => n === 0 ? "deletes nothing else" : `deletes ${n} more ${n === 1 ? "step" : "steps"}`;
  const options: { value: string; outlet: string | null | undefined; label: string }[] = [
    { value: "", outlet: undefined, label: "Only what comes after all branches" },
    ...waysOf(id, step).filter(w => !w.jump && w.target !== null).map(w => ({ value: w.outlet, outlet: w.outlet, label: `The branch “${w.label || titleOf(catalogue, step)}”` })),
  ];
  return (
    <>
      <fieldset className="choices">
        <legend className="hidden">What stays</legend>
        {options.map(o => (
          <label key={o.value}><input type="radio" name="keep" checked={keep === o.value} onChange={() => setKeep(o.value)} /><span>{o.label}<small className="quiet">{steps(o.outlet === undefined ? removeStep(definition, id).alsoGone.length : gone(o.outlet))}</small></span></label>
        ))}
      </fieldset>
      <div className="dialog-foot"><Button onClick={close}>Cancel</Button><Button look="danger" onClick={() => removeKeeping(builder, catalogue, id, keep === "" ? undefined : keep)}>Delete</Button></div>
    </>
  );
}
