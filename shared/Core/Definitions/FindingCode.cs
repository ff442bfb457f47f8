namespace AesthetixWorkflows.Core.Definitions;

/// <summary>One kind of finding: what it is called, what it means and what to do about it. Codes are never reused.</summary>
public sealed record FindingCode(string Code, Severity Severity, string Title, string Meaning, string Fix)
{
    public Finding At(string pointer, string? stepId, string message) => new(Code, Severity, pointer, stepId, message);
}
