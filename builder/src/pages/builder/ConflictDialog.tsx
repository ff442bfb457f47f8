import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { titleOf } from "../../catalogue/catalogue";
import { useDefinition } from "../../canvas/store";
import { compare, merge } from "../../model/compare";
import type { Definition } from "../../model/definition";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import type { Autosave, SaveState } from "./useAutosave";

/** Two windows, one draft: both sides' changes in words, and a choice. Whatever is chosen, undo brings the other back. */
export function ConflictDialog({ conflict, settle, onLater }: { conflict: Extract<SaveState, { kind: "conflict" }>; settle: Autosave["settle"]; onLater: () => void }) {
  const catalogue = useLoadedCatalogue();
  const mine = useDefinition();
  const name = (d: Definition, id: string) => d.steps[id] ? titleOf(catalogue, d.steps[id]) : id;
  const { base, theirs, etag } = conflict;
  const [here, there, both] = [compare(base, mine, name), compare(base, theirs, name), merge(base, mine, theirs)];
  const list = (title: string, changes: typeof here) => (
    <section><h3>{title}</h3>{changes.length === 0 ? <p className="quiet">Nothing that contacts would notice.</p> : <ul className="plain-list">{changes.map((c, at) => <li key={at}>{c.words}</li>)}</ul>}</section>
  );
  return (
    <Dialog open onClose={onLater} title="Somebody else saved this draft too" about="Nothing is lost: whichever you keep, Undo brings the other back." wide>
      <div className="two-columns">{list("You changed", here)}{list("They changed", there)}</div>
      <div className="dialog-foot">
        <Button onClick={() => settle(etag, theirs, theirs, "Took what was saved elsewhere")}>Take theirs</Button>
        <Button look={both ? "plain" : "main"} onClick={() => settle(etag, theirs, mine, "Kept mine")}>Keep mine</Button>
        {both && <Button look="main" onClick={() => settle(etag, theirs, both, "Put both together")}>Keep both</Button>}
      </div>
    </Dialog>
  );
}
