import { download } from "./download";
import { api, take, takeTagged, type Api } from "./client";

const of = (id: string) => ({ path: { id } });

/** Gives a workflow another name or folder, unless somebody changed it in this very moment. */
export async function changeWorkflow(id: string, change: { name?: string; folder?: string | null }) {
  const { etag } = await takeTagged(api.GET("/api/workflows/{id}", { params: of(id) }));
  return take(api.PATCH("/api/workflows/{id}", { params: { ...of(id), header: { "If-Match": etag } }, body: change }));
}

export async function deleteWorkflow(id: string) {
  const { etag } = await takeTagged(api.GET("/api/workflows/{id}", { params: of(id) }));
  await take(api.DELETE("/api/workflows/{id}", { params: { ...of(id), header: { "If-Match": etag } } }));
}

/** Hands the person a file with the workflow in it. */
export async function saveExport(view: Api<"WorkflowView">) {
  const file = await take(api.GET("/api/workflows/{id}/export", { params: of(view.id) }));
  download(`${view.name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "workflow"}.json`, JSON.stringify(file, null, 2), "application/json");
}
