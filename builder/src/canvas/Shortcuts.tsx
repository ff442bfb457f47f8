import { Dialog } from "../ui/Dialog";
import { useBuilder, useBuilderStore } from "./store";

const groups: [string, [string, string][]][] = [
  ["Walk", [["← ↑ ↓ →", "From card to card"], ["Shift + arrow", "Select more"], ["Enter", "Open"], ["Tab", "To the card's menu and plus"], ["Home", "To the beginning"], ["Esc", "Close, select nothing"]]],
  ["Build", [["+ or Insert", "Add a step after this one"], ["Alt + ↑ ↓", "Move a step up or down"], ["E", "Switch on or off"], ["Delete", "Delete"], ["N", "Add a note"]]],
  ["Copy", [["Ctrl + C", "Copy"], ["Ctrl + X", "Cut"], ["Ctrl + V", "Paste, also from another workflow"], ["Ctrl + D", "Duplicate"], ["Ctrl + A", "Select all steps"]]],
  ["Everywhere", [["Ctrl + Z", "Undo"], ["Ctrl + Shift + Z", "Redo"], ["Ctrl + S", "Save now"], ["= and −", "Zoom in and out"], ["1", "Back to 100 %"], ["0", "Fit to screen"], ["?", "This list"]]],
];

/** All keys, on `?`. */
export function Shortcuts() {
  const builder = useBuilderStore();
  const open = useBuilder(s => s.help);
  return (
    <Dialog open={open} onClose={() => builder.getState().set({ help: false })} title="Keys" about="A whole workflow can be built without a mouse." wide>
      <div className="keys">
        {groups.map(([name, keys]) => (
          <section key={name}><h3>{name}</h3><dl>{keys.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}</dl></section>
        ))}
      </div>
    </Dialog>
  );
}
