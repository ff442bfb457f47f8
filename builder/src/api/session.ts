import { create } from "zustand";

/** Whether somebody is signed in, as far as the server's answers tell. */
export const useSession = create<{
  /** The server asks who it is. */
  out: boolean;
  /** It knew before, on this page: what is being edited must stay. */
  known: boolean;
}>(() => ({ out: false, known: false }));

export function heard(status: number) {
  if (status === 401) useSession.setState({ out: true });
  else if (status < 300) useSession.setState({ known: true });
}
