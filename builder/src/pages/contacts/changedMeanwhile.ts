import { ApiError } from "../../api/client";

/** What a form about a contact says of a refusal; that somebody else was faster, in words. */
export const changedMeanwhile = (error: Error | null) => error instanceof ApiError && error.status === 412
  ? new Error("Somebody else changed this contact in the meantime. Close this, look at what is new, and edit again.") : error;
