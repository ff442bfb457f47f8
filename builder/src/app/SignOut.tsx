import { useQueryClient } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useSession } from "../api/session";
import { signOut } from "../api/sign";
import { useSay } from "../ui/Toasts";

export function SignOut() {
  const queries = useQueryClient();
  const say = useSay();
  const leave = async () => {
    try {
      await signOut();
      useSession.setState({ out: true, known: false });
      queries.clear();
    } catch (error) {
      say(`You are still signed in. ${(error as Error).message}`, "bad");
    }
  };
  return <button className="sign-out" onClick={() => void leave()}><LogOut size={16} aria-hidden /><span>Sign out</span></button>;
}
