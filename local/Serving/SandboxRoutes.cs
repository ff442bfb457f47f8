using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Serving;

/// <summary>Acts as the contact, and moves the clock: for demonstration data only.</summary>
static class SandboxRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var sandbox = api.MapGroup("/sandbox").WithTags("Sandbox");
        sandbox.MapPost("/reply", Reply).Needs(Scopes.Operate).Answers<Kept>(StatusCodes.Status202Accepted);
        sandbox.MapPost("/click", Click).Needs(Scopes.Operate).Answers<Kept>(StatusCodes.Status202Accepted);
        sandbox.MapPost("/clock", Move).Needs(Scopes.Operate).Answers<ClockIs>();
        sandbox.MapGet("/clock", (MovableClock clock) => Results.Ok(new ClockIs(clock.GetUtcNow(), clock.Offset))).Needs(Scopes.Operate).Answers<ClockIs>();
    }

    static async Task<IResult> Reply(Caller caller, Body<ReplyWish> body, IStore store, EventIntake intake, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        if (string.IsNullOrWhiteSpace(wish.ContactId)) return new ProblemResult(Refusal.Required("contactId"));
        if (string.IsNullOrWhiteSpace(wish.Text)) return new ProblemResult(Refusal.Required("text"));
        if ((wish.Channel ?? "sms") is not ("sms" or "email")) return new ProblemResult(Refusal.Invalid("channel", "sms or email."));
        if (await store.Find(Kinds.Contact, caller.Practice, wish.ContactId, ct) is not { } contact) return ProblemResult.Of(Codes.ContactUnknown);
        var channel = wish.Channel ?? "sms";
        return await Keep(caller, "message.received", contact.Id, new
        {
            message = new { channel, body = wish.Text, from = channel == "sms" ? contact.Body.Phone : contact.Body.Email },
        }, intake, ids, clock, ct);
    }

    static async Task<IResult> Click(Caller caller, Body<ClickWish> body, IStore store, EventIntake intake, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        if (string.IsNullOrWhiteSpace(wish.ContactId)) return new ProblemResult(Refusal.Required("contactId"));
        if (string.IsNullOrWhiteSpace(wish.LinkId)) return new ProblemResult(Refusal.Required("linkId"));
        if (await store.Find(Kinds.Contact, caller.Practice, wish.ContactId, ct) is not { } contact) return ProblemResult.Of(Codes.ContactUnknown);
        return await Keep(caller, "link.clicked", contact.Id, new { link = new { id = wish.LinkId } }, intake, ids, clock, ct);
    }

    static async Task<IResult> Move(Caller caller, Body<ClockWish> body, MovableClock clock, PracticeBook practices, CancellationToken ct)
    {
        if (!(await practices.Of(caller.Practice, ct)).Demo)
            return new ProblemResult(Refusal.Invalid("advance", "The clock can be moved for a demonstration practice only."));
        if (body.Value.Advance is not { } advance || !Durations.TryParse(advance, out var duration) || duration.IsNegative)
            return new ProblemResult(Refusal.Invalid("advance", "An ISO 8601 duration such as P1D or PT2H; the clock only moves forward."));
        var now = clock.GetUtcNow();
        clock.Advance(Durations.Add(now, duration, "UTC") - now);
        return Results.Ok(new ClockIs(clock.GetUtcNow(), clock.Offset));
    }

    static async Task<IResult> Keep(Caller caller, string type, string contactId, object data, EventIntake intake, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        var kept = await intake.Accept(caller.Practice,
            [new("sandbox", ids.New("act"), type, clock.GetUtcNow(), JsonSerializer.SerializeToElement(data, ApiJson.Options), contactId)], ct);
        return Results.Json(new Kept(kept.Ids[0]), ApiJson.Options, statusCode: StatusCodes.Status202Accepted);
    }
}

sealed record ReplyWish(string? ContactId = null, string? Text = null, string? Channel = null);
sealed record ClickWish(string? ContactId = null, string? LinkId = null);
/// <param name="Advance">ISO 8601.</param>
sealed record ClockWish(string? Advance = null);
sealed record ClockIs(DateTimeOffset Now, TimeSpan Offset);
sealed record Kept(string EventId);
