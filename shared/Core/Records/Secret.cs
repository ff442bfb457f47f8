namespace AesthetixWorkflows.Core.Records;

/// <summary>A password or key that a step signs in with. Definitions name it and never hold it; no answer tells it.</summary>
/// <param name="WorkflowId">The workflow whose draft it was typed into.</param>
public sealed record Secret(string Value, string WorkflowId, DateTimeOffset CreatedAt, string By)
{
    /// <summary>What stands in a definition in its place: <c>secret:sec_…</c>.</summary>
    public const string Mark = "secret:";

    public static string Naming(string id) => Mark + id;

    /// <returns>The id; null when the text is no such name.</returns>
    public static string? IdIn(string? text) => text is not null && text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : null;
}
