namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>A point in time as people name it.</summary>
abstract record TimeMention
{
    private TimeMention() { }

    /// <param name="For">ISO 8601.</param>
    /// <param name="At">Then until this time of day.</param>
    public sealed record Later(string For, string? At = null) : TimeMention;

    /// <summary>Before (negative) or after the appointment.</summary>
    public sealed record Around(string Offset, string? At = null) : TimeMention;

    /// <summary>Several such points: "48 hours, 24 hours and 2 hours before".</summary>
    public sealed record Several(IReadOnlyList<string> Offsets) : TimeMention;

    /// <summary>So long after an invoice was due, unless it is paid before.</summary>
    public sealed record Overdue(string For) : TimeMention;

    /// <summary>"On day 5": counted from the beginning.</summary>
    public sealed record OnDay(int Day, string? At) : TimeMention;

    /// <summary>Some time after something that has just happened: its trigger says what.</summary>
    public sealed record AfterEvent(string? For, EventMention Event) : TimeMention;

    /// <summary>So long without something that ends it: "has not been in for 6 months".</summary>
    public sealed record Without(string For, EventMention Event) : TimeMention;

    /// <summary>Some time before a date that comes again; its trigger carries the offset.</summary>
    public sealed record BeforeDate : TimeMention;
}
