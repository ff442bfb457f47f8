import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { ApiError } from "../api/client";
import { apiAddress } from "../api/place";
import { useSession } from "../api/session";
import { signIn } from "../api/sign";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import "./sign-in.css";

// Read before the app goes on from "/" to its first page.
const tooLate = new URLSearchParams(location.search).get("signin") === "over";

const here = apiAddress === "";

/** Asks who it is. Stands in front of the page, so that nothing that was being edited is lost. */
export function SignIn() {
  const [key, setKey] = useState("");
  const queries = useQueryClient();
  const enter = useMutation({
    mutationFn: () => signIn(key),
    onSuccess: () => {
      useSession.setState({ out: false });
      void queries.invalidateQueries();
    },
  });
  useEffect(() => { document.title = "Sign in · Aesthetix"; }, []);
  const send = (event: FormEvent) => { event.preventDefault(); enter.mutate(); };
  const wrong = !enter.error ? undefined : enter.error instanceof ApiError && enter.error.status === 401 ? "This key is not known here." : enter.error.message;
  return (
    <main className="sign-in">
      <div className="card">
        <img src="/icon.svg" alt="" width={44} height={44} />
        <h1>Sign in</h1>
        {tooLate && <p role="status" className="late">That address has been used already, or it is older than ten minutes.</p>}
        {here && <p>Open the address that the server printed when it started. It signs you in once, within ten minutes. This prints another:</p>}
        {here && <p><code>dotnet run --project local -- --sign-in</code></p>}
        <form onSubmit={send}>
          <Field label={here ? "Or paste the owner's key" : "Your API key"} error={wrong}
            help={here ? <>It is in the file <code>data/owner.key</code> on the computer where the server runs.</> : <>It is kept until you close this window.</>}>
            <input type="password" autoComplete="current-password" spellCheck={false} value={key} onChange={event => setKey(event.target.value)} required />
          </Field>
          <Button type="submit" look="main" disabled={enter.isPending}>{enter.isPending ? "Signing in…" : "Sign in"}</Button>
        </form>
      </div>
    </main>
  );
}
