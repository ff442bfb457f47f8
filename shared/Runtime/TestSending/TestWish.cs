using System.Text.Json;

namespace AesthetixWorkflows.Runtime.TestSending;

/// <summary>A step's message that somebody wants to see on their own screen or phone.</summary>
/// <param name="To">An email address or a phone number, whatever the step sends on.</param>
/// <param name="ContactId">Whose merge fields are filled in; null: somebody's who is made up.</param>
/// <param name="Type">The step's, when the draft has not got it yet.</param>
/// <param name="Config">The step's config as it stands in a form that is not saved yet; null: the draft's.</param>
public sealed record TestWish(string WorkflowId, string StepId, string? To, string? ContactId, string? Type, JsonElement? Config);
