import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiError } from "../../api/client";
import { readSettings, saveSettings } from "../../api/records";
import { useDeed } from "../../api/useDeed";

export type Settings = Record<string, unknown>;

/** The practice's settings being edited: what was read, what is wished, and saving over what was read. */
export function useSettingsForm() {
  const [wish, setWish] = useState<Settings>({});
  const query = useQuery({ queryKey: ["settings", "form"], queryFn: () => readSettings<Settings>(), staleTime: 0, refetchOnWindowFocus: false });
  const { id: _, demo: __, ...read } = query.data?.value ?? {};
  const now: Settings = { ...read, ...wish };
  const save = useDeed(() => saveSettings(now, query.data!.etag), { stale: [["settings"]], said: "Saved.", quiet: true, then: () => setWish({}) });
  // It may be far from the button that was pressed.
  useEffect(() => { if (save.error) document.querySelector<HTMLElement>("form [aria-invalid=true]")?.focus(); }, [save.error]);
  return {
    query, now, save, dirty: Object.keys(wish).length > 0,
    text: (key: string) => String(now[key] ?? ""),
    set: (key: string, value: unknown) => setWish(before => ({ ...before, [key]: value === "" ? null : value })),
    wrong: (key: string) => save.error instanceof ApiError ? save.error.at(`/${key}`) : undefined,
  };
}
