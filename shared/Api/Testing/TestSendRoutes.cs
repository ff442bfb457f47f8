using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Simulating.Tracing;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.TestSending;

namespace AesthetixWorkflows.Api.Testing;

/// <summary>Sends one step's message to whoever writes it, for real, marked as a test.</summary>
static class TestSendRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGroup("/workflows/{id}").WithTags("Testing").MapPost("/steps/{step}/test-send", Send).Needs(Scopes.WorkflowsWrite).Answers<TestSent>();

    static async Task<IResult> Send(Caller caller, string id, string step, Body<TestSendWish> body, IStore store, TestSender tests, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is null) return Answer.NotFound;
        if (string.IsNullOrWhiteSpace(wish.To)) return new ProblemResult(Refusal.Required("to"));
        if (wish.Config is { ValueKind: not JsonValueKind.Object }) return new ProblemResult(Refusal.Invalid("config", "The step's config: an object."));
        // It tells of the contact.
        if (wish.ContactId is not null && !caller.Scopes.Contains(Scopes.ContactsRead)) return ProblemResult.Of(Codes.ScopeMissing, $"The key needs {Scopes.ContactsRead} too.");
        return await tests.Send(caller.At(clock), new(id, step, wish.To, wish.ContactId, wish.Type, wish.Config), ct) switch
        {
            TestDeed.Sent sent => TypedResults.Ok(TestSent.Of(sent)),
            TestDeed.NotFound => ProblemResult.Of(Codes.NotFound, "The workflow's draft has no such step."),
            TestDeed.Misfit { Field: "contactId" } => new ProblemResult(Refusal.OfField(Codes.ReferenceUnknown, "/contactId", "There is no such contact.")),
            TestDeed.Misfit misfit => new ProblemResult(Refusal.Invalid("to", misfit.Channel == "email" ? "An email address: the step sends an email." : "A phone number: the step sends a text.")),
            TestDeed.Nothing => ProblemResult.Of(Codes.TestNothing),
            TestDeed.Paused => ProblemResult.Of(Codes.SendingPaused),
            TestDeed.OptedOut no => new ProblemResult(new(Codes.TestOptedOut, null, [new("/to", no.Code, CodeWords.Of(no.Code))])),
            TestDeed.Quiet => new ProblemResult(new(Codes.TestQuietHours, null, [new("/to", "held.quietHours", "A contact has this number, and texts may not reach them at this hour.")])),
            TestDeed.TooMany many => new ProblemResult(new(Codes.TooMany, RetryAfter: (int)Math.Ceiling(many.After.TotalSeconds))),
            TestDeed.Faulty faulty => new ProblemResult(new(Codes.TestFaulty, null, [Fault(faulty.Code)])),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not known."),
        };
    }

    static FieldError Fault(string code) => code.Split(':', 2) is ["config.missing", var field] ? new("/config/" + field, "config.missing", "This field is empty.") : new("/config", code, CodeWords.Of(code));
}

/// <summary>Where a step's message is to go, and how it is filled in.</summary>
/// <param name="To">An email address for a step that sends emails, a phone number for one that sends texts. Nobody else gets it.</param>
/// <param name="ContactId">Whose merge fields are filled in; somebody's who is made up when left out.</param>
/// <param name="Type">What kind of step it is, when the draft has not got it yet: <c>sms.send</c>.</param>
/// <param name="Config">The step's config as it is being written; the draft's when left out.</param>
public sealed record TestSendWish(string? To = null, string? ContactId = null, string? Type = null, JsonElement? Config = null);

/// <summary>A test as it went, and what would be different for real.</summary>
/// <param name="Status"><c>sent</c>; <c>failed</c> when the provider refused it, <c>unknown</c> when it did not answer: <paramref name="Code"/> says more.</param>
/// <param name="Missing">Merge fields without value. They stand in the test as they are written; the real message would not go.</param>
/// <param name="Problems">What would keep the real message from this contact.</param>
public sealed record TestSent(
    string Channel, string To, string? From, string? Subject, string? Text, string? Html, int? Segments, MessageStatus Status, string? Code,
    IReadOnlyList<string> Missing, IReadOnlyList<TestProblem> Problems)
{
    internal static TestSent Of(TestDeed.Sent sent) => sent.Message is var m
        ? new(m.Channel, m.To!, m.From, m.Subject, m.Text, m.Html, m.Segments, m.Status, m.Code, sent.Missing, [.. sent.Problems.Select(code => new TestProblem(code, CodeWords.Of(code)))]) : null!;
}

public sealed record TestProblem(string Code, string Message);
