using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.TestSending;

/// <summary>What became of a test.</summary>
public abstract record TestDeed
{
    private TestDeed() { }

    /// <summary>Handed to the provider.</summary>
    /// <param name="Message">As it went; kept nowhere.</param>
    /// <param name="Missing">Merge fields without value: they stand in the text as they are written.</param>
    /// <param name="Problems">Codes of what would keep the real message from this contact.</param>
    public sealed record Sent(Message Message, IReadOnlyList<string> Missing, IReadOnlyList<string> Problems) : TestDeed;

    /// <summary>There is no such workflow, or its draft has no such step.</summary>
    public sealed record NotFound : TestDeed;

    /// <param name="Field">Of the wish: <c>to contactId</c>.</param>
    public sealed record Misfit(string Field, string? Channel) : TestDeed;

    /// <summary>The step sends no email and no text.</summary>
    public sealed record Nothing : TestDeed;

    /// <summary>The kill switch is on.</summary>
    public sealed record Paused : TestDeed;

    /// <summary>Whoever has this address wants no messages.</summary>
    public sealed record OptedOut(string Code) : TestDeed;

    /// <summary>Whoever has this number is not texted at this hour.</summary>
    public sealed record Quiet : TestDeed;

    public sealed record TooMany(TimeSpan After) : TestDeed;

    /// <summary>No message can be made of the step as it is.</summary>
    /// <param name="Code">As an enrollment's history would have it: <c>config.missing:body</c>, <c>private.field:invoice.amount</c>.</param>
    public sealed record Faulty(string Code) : TestDeed;
}
