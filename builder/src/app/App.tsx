import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router";
import { ApiError } from "../api/client";
import { useSession } from "../api/session";
import { Toasts } from "../ui/Toasts";
import { router } from "./routes";
import { SignIn } from "./SignIn";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the API refused it refuses again; a server that is away is asked until it is back.
      retry: (count, error) => error instanceof ApiError && error.status === 0 ? true : count < 2 && !(error instanceof ApiError),
      retryDelay: attempt => Math.min(1_000 * 2 ** attempt, 8_000),
    },
  },
});

export function App() {
  const { out, known } = useSession();
  return (
    <QueryClientProvider client={queries}>
      {out && <SignIn />}
      {(!out || known) && <div hidden={out}><Toasts><RouterProvider router={router} /></Toasts></div>}
    </QueryClientProvider>
  );
}
