namespace AesthetixWorkflows.Api.Desk;

/// <summary>How a record is written: when, and where the practice is.</summary>
/// <param name="IsQuiet">No workflow is to hear of it.</param>
/// <param name="Says">Whether the caller names a field.</param>
sealed record Writing(DateTimeOffset Now, string Zone, bool IsQuiet, Func<string, bool> Says);
