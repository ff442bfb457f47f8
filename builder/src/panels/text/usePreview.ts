import { useMemo } from "react";
import { create } from "zustand";
import { useNow } from "../../api/clock";
import { useContact, useSettings, useUsers } from "../../api/lists";
import { wall } from "../../ui/time";
import type { Facts } from "./render";

/** The contact for whom texts are shown; kept in this browser. */
export const usePreviewContact = create<{ id: string | null; choose: (id: string | null) => void }>(set => ({
  id: localStorage.getItem("preview-contact"),
  choose: id => { if (id) localStorage.setItem("preview-contact", id); else localStorage.removeItem("preview-contact"); set({ id }); },
}));

const week = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** What is known of the chosen contact, the practice and today. */
export function usePreviewFacts(): { facts: Facts; name: string } {
  const id = usePreviewContact(s => s.id);
  const [contact, practice, users] = [useContact(id), useSettings(), useUsers()];
  const now = Math.floor(useNow() / 60_000) * 60_000;
  return useMemo(() => {
    const person = contact.data ?? { firstName: "Anna", lastName: "Example", email: "anna@example.com", phone: "+1 555 010 2030", tags: [] as string[], fields: {} as Record<string, unknown>, assignedTo: null as string | null };
    const name = [person.firstName, person.lastName].filter(Boolean).join(" ");
    const user = users.data?.find(u => u.id === person.assignedTo) ?? users.data?.[0];
    const shown = wall(new Date(now).toISOString(), practice.data?.timeZone);
    const on = new Date(`${shown}Z`);
    const days: Record<string, unknown> = { date: on.toLocaleDateString(undefined, { timeZone: "UTC" }), time: shown.slice(11), weekday: week[on.getUTCDay()], dayOfMonth: on.getUTCDate(), month: on.getUTCMonth() + 1, year: on.getUTCFullYear(), hour: on.getUTCHours() };
    const facts: Facts = field => {
      const [root, ...rest] = field.split(".");
      const key = rest.join(".");
      if (root === "contact") return key === "name" ? name : key.startsWith("fields.") ? (person.fields as Record<string, unknown> | undefined)?.[key.slice(7)] ?? null : (person as Record<string, unknown>)[key] ?? null;
      if (root === "practice") return (practice.data as Record<string, unknown> | undefined)?.[key] ?? null;
      if (root === "user") return (user as Record<string, unknown> | undefined)?.[key] ?? null;
      return root === "now" ? days[key] : undefined;
    };
    return { facts, name: contact.data ? name : "an invented contact" };
  }, [contact.data, practice.data, users.data, now]);
}
