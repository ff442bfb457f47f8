import { useState } from "react";
import { api, take } from "../../api/client";
import { useDeed } from "../../api/useDeed";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";
import { UsedBy } from "./UsedBy";

/** A tag goes, or another takes its place in the drafts that name it. */
export function DeleteTag({ tag, others, onClose }: { tag: string; others: string[]; onClose: () => void }) {
  const [instead, setInstead] = useState("");
  const remove = useDeed(() => take(api.POST("/api/tags/delete", { body: { tag, replaceWith: instead.trim() || null } })), { stale: [["tags"], ["contacts"], ["workflows"]], said: instead ? `“${tag}” is deleted; drafts name “${instead.trim()}” now.` : `“${tag}” is deleted.`, quiet: true, then: onClose });
  return (
    <ConfirmDialog open onClose={onClose} onConfirm={() => remove.mutate()} busy={remove.isPending} title={`Delete the tag “${tag}”?`} confirm={instead ? "Replace it" : "Delete"}>
      <Field label="Put another tag in its place" optional help="In the drafts that name it. Contacts keep the tags they have, and published workflows that name it are marked for review.">
        <input list="other-tags" value={instead} onChange={e => setInstead(e.target.value)} />
      </Field>
      <datalist id="other-tags">{others.map(one => <option key={one} value={one} />)}</datalist>
      <UsedBy kind="tag" id={tag} />
      <Wrong error={remove.error} />
    </ConfirmDialog>
  );
}
