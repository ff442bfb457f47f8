import type { NodeProps } from "@xyflow/react";
import { NodeResizer } from "@xyflow/react";
import { Palette, Trash2 } from "lucide-react";
import { memo } from "react";
import { changeNote, removeNote } from "../../model/change";
import { useBuilder, useBuilderStore } from "../store";

const colours = ["yellow", "green", "blue", "pink", "grey"];

/** A sticky note; it takes no part in what the workflow does. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps & { data: { id: string } }) {
  const builder = useBuilderStore();
  const note = useBuilder(s => s.history.now.notes?.find(n => n.id === data.id));
  const readOnly = useBuilder(s => s.readOnly);
  if (!note) return null;
  const colour = colours.includes(note.colour ?? "") ? note.colour! : "yellow";
  const edit = builder.getState().edit;
  return (
    <div className={`note ${colour} ${selected ? "chosen" : ""}`} data-key={`n:${note.id}`}>
      <NodeResizer isVisible={!!selected && !readOnly} minWidth={140} minHeight={80}
        onResizeEnd={(_, to) => edit(d => changeNote(d, note.id, { x: Math.round(to.x), y: Math.round(to.y), width: Math.round(to.width), height: Math.round(to.height) }), "Changed a note's size")} />
      <textarea className="nodrag nowheel" aria-label="Note" placeholder="Write a note…" value={note.text} readOnly={readOnly} onChange={event => edit(d => changeNote(d, note.id, { text: event.target.value }), "Wrote a note", `note ${note.id}`)} />
      {!readOnly && (
        <div className="note-tools">
          <button type="button" className="nodrag" aria-label="Next colour" title="Next colour" onClick={() => edit(d => changeNote(d, note.id, { colour: colours[(colours.indexOf(colour) + 1) % colours.length]! }), "Coloured a note")}><Palette size={14} aria-hidden /></button>
          <button type="button" className="nodrag" aria-label="Delete the note" title="Delete" onClick={() => edit(d => removeNote(d, note.id), "Deleted a note")}><Trash2 size={14} aria-hidden /></button>
        </div>
      )}
    </div>
  );
});
