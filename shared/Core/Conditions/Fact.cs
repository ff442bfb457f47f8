using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>What is known about one field. A field nobody knows is <see cref="None"/>, never null.</summary>
public abstract record Fact
{
    private Fact() { }

    public sealed record Nothing : Fact;
    public sealed record Text(string Value) : Fact;
    public sealed record Number(decimal Value) : Fact;
    public sealed record Flag(bool Value) : Fact;
    public sealed record Day(DateOnly Value) : Fact;
    public sealed record Instant(DateTimeOffset Value) : Fact;

    public sealed record Many(ImmutableArray<string> Values) : Fact
    {
        /// <summary>When some of the list are things with fields of their own: all of it, for loops in texts; the empty name is the
        /// item itself. Conditions see the plain values only.</summary>
        public ImmutableArray<IFacts> Things { get; init; }
    }

    public static readonly Fact None = new Nothing();
}

/// <summary>Answers fields by their dotted name: <c>contact.firstName</c>, <c>appointment.startsAt</c>, <c>steps.s1.status</c>.</summary>
public interface IFacts
{
    Fact Find(string field);
}
