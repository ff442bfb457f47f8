import { useQueryClient } from "@tanstack/react-query";
import type { Api } from "../../api/client";
import { changeRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";

/** Changes a contact as it was read, which `etag` says. What the answer holds is known at once: the next change is made over it,
 *  however long the page takes to read everything again. */
export function useContactChange<Change extends object>(id: string, etag: string, { then, quiet = false }: { then?: () => void; quiet?: boolean } = {}) {
  const queries = useQueryClient();
  return useDeed((change: Change) => changeRecord<Api<"Contact">>("/api/contacts", id, change, etag), {
    stale: [["contacts"]], said: "Saved.", quiet,
    then: answer => { queries.setQueryData(["contacts", id], answer); then?.(); },
  });
}
