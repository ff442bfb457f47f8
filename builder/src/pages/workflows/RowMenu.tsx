import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArchiveRestore, Copy, Download, FolderInput, Pause, Pencil, Play, SquareArrowOutUpRight, Trash2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, take, type Api } from "../../api/client";
import { deleteWorkflow, saveExport } from "../../api/workflows";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Menu } from "../../ui/Menu";
import { useSay } from "../../ui/Toasts";
import { MoveDialog } from "./MoveDialog";
import { RenameDialog } from "./RenameDialog";

export function RowMenu({ view, folders }: { view: Api<"WorkflowView">; folders: string[] }) {
  const [asked, setAsked] = useState<"rename" | "move" | "delete" | null>(null);
  const [say, go, queries] = [useSay(), useNavigate(), useQueryClient()];
  const params = { path: { id: view.id } };
  const deed = useMutation({
    mutationFn: async ([work]: [() => Promise<unknown>, string]) => work(),
    onSuccess: (_, [, words]) => { say(words); setAsked(null); void queries.invalidateQueries({ queryKey: ["workflows"] }); },
    onError: error => say(error.message, "bad"),
  });
  const items = view.deletedAt
    ? [{ label: "Restore", icon: <ArchiveRestore size={16} />, onSelect: () => deed.mutate([() => take(api.POST("/api/workflows/{id}/restore", { params })), `“${view.name}” is back, with everybody who waits in it.`]) }]
    : [
      { label: "Open", icon: <SquareArrowOutUpRight size={16} />, onSelect: () => void go(`/workflows/${view.id}`) },
      { label: "Rename", icon: <Pencil size={16} />, onSelect: () => setAsked("rename") },
      { label: "Move to folder", icon: <FolderInput size={16} />, onSelect: () => setAsked("move") },
      { label: "Duplicate", icon: <Copy size={16} />, onSelect: () => deed.mutate([() => take(api.POST("/api/workflows/{id}/duplicate", { params, body: {} })), `“${view.name}” was copied as a draft.`]) },
      { label: "Export", icon: <Download size={16} />, onSelect: () => deed.mutate([() => saveExport(view), "The file is in your downloads."]) },
      null,
      ...(view.status === "published" ? [{ label: "Pause", icon: <Pause size={16} />, onSelect: () => deed.mutate([() => take(api.POST("/api/workflows/{id}/pause", { params })), `“${view.name}” is paused: contacts wait where they are.`]) }] : []),
      ...(view.status === "paused" ? [{ label: "Resume", icon: <Play size={16} />, onSelect: () => deed.mutate([() => take(api.POST("/api/workflows/{id}/resume", { params })), `“${view.name}” goes on.`]) }] : []),
      { label: "Delete", icon: <Trash2 size={16} />, danger: true, onSelect: () => setAsked("delete") },
    ];
  return <>
    <Menu label={`What can be done with ${view.name}`} items={items} />
    {asked === "rename" && <RenameDialog view={view} onClose={() => setAsked(null)} />}
    {asked === "move" && <MoveDialog view={view} folders={folders} onClose={() => setAsked(null)} />}
    <ConfirmDialog open={asked === "delete"} onClose={() => setAsked(null)} title={`Delete “${view.name}”?`} confirm="Delete" busy={deed.isPending}
      onConfirm={() => deed.mutate([() => deleteWorkflow(view.id), `“${view.name}” is deleted. It can be restored.`])}>
      <p>Nobody enters any more, and nothing more is sent to those inside. You can restore it: choose the state <strong>Deleted</strong> above the list.</p>
    </ConfirmDialog>
  </>;
}
