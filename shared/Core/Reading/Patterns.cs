namespace AesthetixWorkflows.Core.Reading;

/// <summary>How long a pattern may take that could go back and forth over a text made to be slow. Much longer than any takes:
/// the clock goes on while a busy machine does something else, and nobody's STOP may fail for that.</summary>
public static class Patterns
{
    /// <summary>In milliseconds, for attributes.</summary>
    public const int Patience = 10_000;

    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(Patience);
}
