using System.Collections.Frozen;

namespace AesthetixWorkflows.Api.Problems;

/// <summary>Every problem code of the HTTP surface; served at <c>/docs/codes</c>. Names are for ever.</summary>
public static class Codes
{
    public static readonly Code BodyNotJson = new("body.notJson", 400, "The body is not valid JSON.");
    public static readonly Code BodyNotObject = new("body.notObject", 400, "The body must be a JSON object.");
    public static readonly Code BodyMissing = new("body.missing", 400, "The body is missing.");
    public static readonly Code FieldUnknown = new("field.unknown", 400, "The body has a field that is not known here.");
    public static readonly Code FieldInvalid = new("field.invalid", 400, "A field has the wrong type or form.");
    public static readonly Code FieldRequired = new("field.required", 400, "A required field is missing or empty.");
    public static readonly Code QueryInvalid = new("query.invalid", 400, "A query parameter has the wrong form.");
    public static readonly Code CursorInvalid = new("cursor.invalid", 400, "The cursor is not one that this list gave.");
    public static readonly Code RequestInvalid = new("request.invalid", 400, "The request could not be read.");
    public static readonly Code EventInvalid = new("event.invalid", 400, "The event is not a valid CloudEvent.");
    public static readonly Code KeyMissing = new("key.missing", 401, "An API key is needed: Authorization: Bearer <key>.");
    public static readonly Code KeyUnknown = new("key.unknown", 401, "The API key is not known or was revoked.");
    public static readonly Code SignInInvalid = new("signIn.invalid", 401, "The sign-in of this request cannot be read or trusted.");
    public static readonly Code SignInOver = new("signIn.over", 401, "The session is over: sign in again.");
    public static readonly Code HookUnverified = new("hook.unverified", 401, "The call did not prove that it comes from the sender of this hook.");
    public static readonly Code ScopeMissing = new("scope.missing", 403, "The API key lacks the scope that this needs.");
    public static readonly Code ScopeBeyond = new("scope.beyond", 403, "A key can only be given scopes that the asking key has itself.");
    public static readonly Code SignInNoRole = new("signIn.noRole", 403, "The signed-in person has none of the roles owner, editor, operator, viewer.");
    public static readonly Code SignInNoPractice = new("signIn.noPractice", 403, "The signed-in person belongs to no practice here, or to more than one.");
    public static readonly Code SignInCrossSite = new("signIn.crossSite", 403, "Who is signed in by a cookie is believed only on this site's own pages; the detail says what was missing.");
    public static readonly Code NotFound = new("notFound", 404, "There is nothing of that id in this practice.");
    public static readonly Code RouteUnknown = new("route.unknown", 404, "There is no such address.");
    public static readonly Code MethodNotAllowed = new("method.notAllowed", 405, "The address does not know this method.");
    public static readonly Code Conflict = new("conflict", 409, "Another record or writer is in the way.");
    public static readonly Code ContactTaken = new("contact.taken", 409, "Another contact has this email or phone.");
    public static readonly Code AppointmentTaken = new("appointment.taken", 409, "Another appointment has this external id.");
    public static readonly Code KeyTaken = new("key.taken", 409, "Another record of this kind has this key.");
    public static readonly Code TaskAwaited = new("task.awaited", 409, "A workflow waits for this task: complete it instead of deleting it.");
    public static readonly Code SlotTaken = new("slot.taken", 409, "The calendar is not free at this time.");
    public static readonly Code LinkUsed = new("link.used", 409, "The link has been used.");
    public static readonly Code LinkExpired = new("link.expired", 410, "The link is no longer valid.");
    public static readonly Code CallbackGone = new("callback.gone", 410, "No step waits for this call-back any more.");
    public static readonly Code VisitFixed = new("visit.fixed", 409, "The visit can no longer be changed here.");
    public static readonly Code WorkflowDeleted = new("workflow.deleted", 409, "The workflow is deleted; restore it first.");
    public static readonly Code WorkflowNotPublished = new("workflow.notPublished", 409, "The workflow is not published.");
    public static readonly Code WorkflowNotPaused = new("workflow.notPaused", 409, "The workflow is not paused.");
    public static readonly Code WorkflowNotDeleted = new("workflow.notDeleted", 409, "The workflow is not deleted.");
    public static readonly Code EnrollmentOver = new("enrollment.over", 409, "The enrollment is over.");
    public static readonly Code JobOver = new("job.over", 409, "The job is done or cancelled.");
    public static readonly Code DeliveryUnrepeatable = new("delivery.unrepeatable", 409, "The call cannot be made again: its step, enrollment or contact is gone, or a field has no value any more.");
    public static readonly Code DeliveryRefused = new("delivery.refused", 409, "The rules of sending keep the call from being made now; the detail says which.");
    public static readonly Code EntryAlready = new("entry.already", 409, "The contact is in this workflow already.");
    public static readonly Code EntryOnce = new("entry.once", 409, "The contact was in this workflow before, and it admits each contact once.");
    public static readonly Code EntryLoop = new("entry.loop", 409, "The contact entered this workflow too often in a short time.");
    public static readonly Code ContactUnknown = new("contact.unknown", 404, "There is no such contact in this practice.");
    public static readonly Code IdempotencyRunning = new("idempotency.running", 409, "A request with this Idempotency-Key is still being worked on.");
    public static readonly Code HookGone = new("hook.gone", 410, "The hook is switched off.");
    public static readonly Code Stale = new("stale", 412, "It was changed since; read it again and repeat the change.");
    public static readonly Code BodyTooLarge = new("body.tooLarge", 413, "The body is larger than 256 kB, or than the 64 kB that a call-back may have.");
    public static readonly Code MediaType = new("body.mediaType", 415, "The Content-Type is not one that this address reads.");
    public static readonly Code WorkflowFaulty = new("workflow.faulty", 422, "The draft has errors and may not be published.");
    public static readonly Code ReferenceUnknown = new("reference.unknown", 422, "A field names a record that does not exist in this practice.");
    public static readonly Code StepUnknown = new("step.unknown", 422, "The enrollment's version has no such step.");
    public static readonly Code TestNothing = new("test.nothingToSend", 422, "The step sends no email and no text message, so there is nothing to try.");
    public static readonly Code TestFaulty = new("test.faulty", 422, "No message can be made of the step as it is; the errors say why.");
    public static readonly Code TestOptedOut = new("test.optedOut", 409, "A contact of the practice has this address and wants no such messages, so no test goes there.");
    public static readonly Code TestQuietHours = new("test.quietHours", 409, "A contact of the practice has this number, and it is outside the hours in which texts may reach them.");
    public static readonly Code SendingPaused = new("sending.paused", 409, "The practice has paused all sending.");
    public static readonly Code DraftNothingUnderstood = new("draft.nothingUnderstood", 422, "Nothing of the prompt was understood, so there is no draft; say when it starts and what is to be done.");
    public static readonly Code IdempotencyReused = new("idempotency.reused", 422, "This Idempotency-Key was used for another request.");
    public static readonly Code IfMatchMissing = new("ifMatch.missing", 428, "If-Match is required here: the ETag that was read, or * to overwrite.");
    public static readonly Code TooMany = new("rate.exceeded", 429, "Too many calls; try again after Retry-After seconds.");
    public static readonly Code Internal = new("internal", 500, "Something went wrong on our side; the traceId helps support to find it.");
    public static readonly Code StoreUnavailable = new("store.unavailable", 503, "Nothing was kept; try again after Retry-After seconds.");
    public static readonly Code NotReady = new("notReady", 503, "The service cannot take work now.");

    public static readonly IReadOnlyList<Code> All =
    [
        BodyNotJson, BodyNotObject, BodyMissing, FieldUnknown, FieldInvalid, FieldRequired, QueryInvalid, CursorInvalid, RequestInvalid,
        EventInvalid, KeyMissing, KeyUnknown, SignInInvalid, SignInOver, HookUnverified, ScopeMissing, ScopeBeyond, SignInNoRole, SignInNoPractice, SignInCrossSite, NotFound, RouteUnknown, ContactUnknown, MethodNotAllowed,
        Conflict, ContactTaken, AppointmentTaken, KeyTaken, TaskAwaited, SlotTaken, LinkUsed, LinkExpired, CallbackGone, VisitFixed, WorkflowDeleted, WorkflowNotPublished, WorkflowNotPaused, WorkflowNotDeleted, EnrollmentOver, JobOver, DeliveryUnrepeatable, DeliveryRefused,
        EntryAlready, EntryOnce, EntryLoop, IdempotencyRunning, HookGone, Stale, BodyTooLarge, MediaType, WorkflowFaulty, ReferenceUnknown,
        StepUnknown, TestNothing, TestFaulty, TestOptedOut, TestQuietHours, SendingPaused, DraftNothingUnderstood, IdempotencyReused, IfMatchMissing, TooMany, Internal, StoreUnavailable, NotReady,
    ];

    static readonly FrozenDictionary<string, Code> ByName = All.ToFrozenDictionary(c => c.Name);

    /// <summary>The code of a refusal that came from further in; an undocumented name is a bug.</summary>
    public static Code Named(string name) => ByName.TryGetValue(name, out var code) ? code : throw new InvalidOperationException($"The code {name} is not documented.");
}
