import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { api, ApiError, take, takeTagged } from "../../api/client";
import { CatalogueContext } from "../../catalogue/CatalogueContext";
import { useCatalogue } from "../../catalogue/catalogue";
import { BuilderContext, createBuilder, type Builder } from "../../canvas/store";
import { readDefinition, type Definition } from "../../model/definition";
import { Loaded } from "../../ui/Loaded";
import { forget, kept } from "./backup";
import { Workbench } from "./Workbench";
import "./builder.css";

/** One workflow: its canvas and everything about it. */
export function BuilderPage() {
  const { id = "" } = useParams();
  const catalogue = useCatalogue();
  const workflow = useQuery({ queryKey: ["workflow", id], queryFn: () => take(api.GET("/api/workflows/{id}", { params: { path: { id } } })) });
  // Loaded once for each opening: from then on the page holds what is newest.
  const draft = useQuery({ queryKey: ["draft", id], staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false, queryFn: () => takeTagged(api.GET("/api/workflows/{id}/draft", { params: { path: { id } } })) });
  useEffect(() => { document.title = `${workflow.data?.name ?? "Workflow"} · Aesthetix`; }, [workflow.data?.name]);
  const failed = [workflow, draft, catalogue].find(q => q.isError && q.data === undefined);
  if (failed) return <div className="page"><div role="alert" className="card"><h1>This workflow cannot be shown</h1><p>{failed.error instanceof ApiError && failed.error.status === 404 ? "It was deleted, or the address is wrong." : failed.error?.message}</p></div></div>;
  return (
    <Loaded query={catalogue}>{known => <Loaded query={workflow}>{about => <Loaded query={draft}>{({ value, etag }) => (
      <CatalogueContext value={known}><Opened key={id} id={id} workflow={about} etag={etag} draft={value} /></CatalogueContext>
    )}</Loaded>}</Loaded>}</Loaded>
  );
}

function Opened({ id, workflow, etag, draft }: { id: string; workflow: Parameters<typeof Workbench>[0]["workflow"]; etag: string; draft: unknown }) {
  const [opened] = useState(() => open(id, etag, readDefinition(draft)));
  return <BuilderContext value={opened.builder}><Workbench workflow={workflow} loaded={opened.loaded} /></BuilderContext>;
}

/** What this browser kept while the server was away comes on top. When somebody saved meanwhile, saving it will show the difference. */
function open(id: string, etag: string, definition: Definition): { builder: Builder; loaded: { etag: string; definition: Definition } } {
  const builder = createBuilder(id, definition);
  const backup = kept(id);
  if (!backup) return { builder, loaded: { etag, definition } };
  if (JSON.stringify(backup.definition) === JSON.stringify(definition)) { forget(id); return { builder, loaded: { etag, definition } }; }
  builder.getState().replace(backup.definition, "What was kept in this browser");
  return { builder, loaded: { etag: backup.etag, definition } };
}
