import { describe, expect, it } from "vitest";
import { ApiError, type Problem } from "../../api/client";
import { testProblems } from "./testProblems";

const refused = (status: number, code: string, errors: { pointer: string; code: string; message: string }[] = [], title = "No.") =>
  testProblems(new ApiError(status, { type: "", title, status, code, instance: "", traceId: "", errors } as Problem));

describe("A test that was refused", () => {
  it("says beside the address what is wrong with the address", () =>
    expect(refused(400, "field.invalid", [{ pointer: "/to", code: "field.invalid", message: "A phone number: the step sends a text." }])).toEqual({ to: "A phone number: the step sends a text.", rest: [] }));
  it("says whose address it is that wants nothing", () =>
    expect(refused(409, "test.optedOut", [{ pointer: "/to", code: "consent.dnd.sms", message: "The contact asked for no texts." }])).toEqual({ to: "The contact asked for no texts. No test goes there.", rest: [] }));
  it("says whose phone it is that should not ring now", () =>
    expect(refused(409, "test.quietHours", [{ pointer: "/to", code: "held.quietHours", message: "A contact has this number, and texts may not reach them at this hour." }]))
      .toEqual({ to: "A contact has this number, and texts may not reach them at this hour. No test goes there.", rest: [] }));
  it("names what keeps the step from becoming a message", () =>
    expect(refused(422, "test.faulty", [{ pointer: "/config/body", code: "config.missing", message: "This field is empty." }])).toEqual({ rest: ["This field is empty. (body)"] }));
  it("says all else as the API says it", () => expect(refused(409, "sending.paused", [], "The practice has paused all sending.")).toEqual({ rest: ["The practice has paused all sending."] }));
  it("asks for patience after too many", () => expect(refused(429, "rate.exceeded").rest[0]).toMatch(/Wait a moment/));
});
