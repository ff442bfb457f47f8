using System.Text.Json;
using AesthetixWorkflows.Runtime.Drafting.Names;

namespace AesthetixWorkflows.Runtime.Drafting;

/// <summary>Turns plain language into a draft. What it answers is never trusted: whoever asks has it read and checked.</summary>
public interface IDrafter
{
    Task<Drafted> Draft(DraftWish wish, CancellationToken ct = default);
}

/// <param name="Current">The draft to change; null: a new one.</param>
public sealed record DraftWish(string Prompt, PracticeNames Names, JsonElement? Current = null);

/// <summary>A draft, and everything a person should know before using it.</summary>
/// <param name="Assumptions">What was decided without being told, in sentences.</param>
/// <param name="NotUnderstood">The words that nothing was made of.</param>
/// <param name="Changes">What is different from the draft there was.</param>
/// <param name="Drafter">Who wrote it: <c>offline</c>, or the model's name.</param>
/// <param name="Empty">Nothing at all was understood.</param>
/// <param name="Recipe">The key of the recipe that it is, when the prompt only named what it wants.</param>
public sealed record Drafted(
    JsonElement Definition, IReadOnlyList<string> Assumptions, IReadOnlyList<string> NotUnderstood, IReadOnlyList<string> Changes, string Drafter, bool Empty = false,
    string? Recipe = null);
