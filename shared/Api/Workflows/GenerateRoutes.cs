using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Drafting;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>From plain language to a draft, or to another state of one. Nothing is ever published from here.</summary>
static class GenerateRoutes
{
    const int LongestPrompt = 4000, LongestName = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGroup("/workflows").WithTags("Drafts").MapPost("/generate", Generate).Needs(Scopes.WorkflowsWrite).Answers<Generated>();

    static async Task<IResult> Generate(HttpContext http, Caller caller, Body<GenerateWish> body, WorkflowDrafting drafting, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        if (string.IsNullOrWhiteSpace(wish.Prompt)) return new ProblemResult(Refusal.Required("prompt"));
        if (wish.Prompt.Length > LongestPrompt) return new ProblemResult(Refusal.Invalid("prompt", string.Create(CultureInfo.InvariantCulture, $"At most {LongestPrompt} characters.")));
        if (wish.Name is not null && (string.IsNullOrWhiteSpace(wish.Name) || wish.Name.Length > LongestName)) return new ProblemResult(Refusal.Invalid("name", string.Create(CultureInfo.InvariantCulture, $"1 to {LongestName} characters.")));
        // As for every write of a draft: only over what the writer has seen.
        var match = wish is { Save: true, WorkflowId: not null } ? IfMatch.Of(http) : default;
        return await drafting.Draft(caller.At(clock), new(wish.Prompt, wish.WorkflowId, wish.Save, wish.Name?.Trim(), match.Revision), ct) switch
        {
            DraftingDeed.Done done => Answered(http, done),
            DraftingDeed.Nothing nothing => new ProblemResult(new(Codes.DraftNothingUnderstood, string.Join(" ", nothing.Drafted.Assumptions), [.. nothing.Drafted.NotUnderstood.Select(words => new FieldError("/prompt", Codes.DraftNothingUnderstood.Name, words))])),
            DraftingDeed.TooMany many => new ProblemResult(new(Codes.TooMany, RetryAfter: (int)Math.Ceiling(many.After.TotalSeconds))),
            DraftingDeed.Refused refused => DeedAnswer.Of(refused.Why, _ => throw new InvalidOperationException("What is done is not refused.")),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not known."),
        };
    }

    static IResult Answered(HttpContext http, DraftingDeed.Done done)
    {
        var generated = new Generated(done.Drafted.Definition, done.Drafted.Assumptions, done.Drafted.NotUnderstood, done.Findings, done.Drafted.Changes, done.Drafted.Drafter, done.WorkflowId, done.Revision, done.Drafted.Recipe);
        return done.Revision is { } revision ? Answer.Tagged(http, revision, generated) : TypedResults.Ok(generated);
    }
}

/// <summary>What is to be drafted.</summary>
/// <param name="Prompt">In plain language: when it starts and what is to be done.</param>
/// <param name="WorkflowId">The workflow whose draft is to be changed; left out: a new one.</param>
/// <param name="Save">Keep the result as the draft of that workflow (If-Match: the draft's ETag) or of a new one.</param>
/// <param name="Name">What a new workflow is called.</param>
public sealed record GenerateWish(string? Prompt = null, string? WorkflowId = null, bool Save = false, string? Name = null);

/// <summary>A draft with everything a person should know before using it.</summary>
/// <param name="Assumptions">What was decided without being told. "Needs review" marks texts that were written for you.</param>
/// <param name="NotUnderstood">The words that nothing was made of.</param>
/// <param name="Changes">What is different from the draft there was.</param>
/// <param name="Drafter"><c>offline</c>, or the model that wrote it.</param>
/// <param name="WorkflowId">Whose draft it is; absent while it is nobody's.</param>
/// <param name="DraftRevision">Set when it was saved.</param>
/// <param name="Recipe">The key of the recipe that the draft is, when the prompt only named what it wants.</param>
public sealed record Generated(
    JsonElement Definition, IReadOnlyList<string> Assumptions, IReadOnlyList<string> NotUnderstood, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Changes,
    string Drafter, string? WorkflowId, long? DraftRevision, string? Recipe);
