import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";
import { Imported } from "./Imported";
import { ReferenceMap } from "./ReferenceMap";

/** A workflow from a file: what it refers to is matched with what there is here. */
export function ImportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [file, setFile] = useState<Api<"WorkflowExport"> | null>(null);
  const [unread, setUnread] = useState<Error | null>(null);
  const [name, setName] = useState("");
  const [map, setMap] = useState<Record<string, string>>({});
  const queries = useQueryClient();
  const bring = useMutation({
    mutationFn: () => take(api.POST("/api/workflows/import", { body: { export: file!, name, map: Object.fromEntries(Object.entries(map).filter(([, to]) => to)) } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["workflows"] }),
  });
  const close = () => { setFile(null); setMap({}); setUnread(null); bring.reset(); onClose(); };
  const read = async (chosen: File | undefined) => {
    try {
      if (!chosen) return;
      const found = JSON.parse(await chosen.text()) as Api<"WorkflowExport">;
      if (!found.definition) throw new Error();
      setUnread(null); setFile(found); setName(found.name ?? chosen.name.replace(/\.json$/, ""));
    } catch { setFile(null); setUnread(new Error("This is not a workflow that was exported.")); }
  };
  return (
    <Dialog open={open} onClose={close} wide={!!file?.references?.length && !bring.data} title="Import a workflow" about={bring.data ? undefined : "A file that was exported here or at another practice. It becomes a draft."}>
      {bring.data ? <Imported imported={bring.data} /> : (
        <form onSubmit={e => { e.preventDefault(); bring.mutate(); }}>
          <Field label={<><FileUp size={15} aria-hidden /> File</>}><input type="file" accept="application/json,.json" onChange={e => void read(e.target.files?.[0])} /></Field>
          {file && <>
            <Field label="Name"><input value={name} onChange={e => setName(e.target.value)} required maxLength={200} /></Field>
            <ReferenceMap references={file.references ?? []} map={map} onChange={(id, to) => setMap(now => ({ ...now, [id]: to }))} />
          </>}
          <Wrong error={unread ?? bring.error} />
          <div className="dialog-foot"><Button onClick={close}>Cancel</Button><Button look="main" type="submit" disabled={!file || bring.isPending || !name.trim()}>Import</Button></div>
        </form>
      )}
    </Dialog>
  );
}
