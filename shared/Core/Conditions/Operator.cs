namespace AesthetixWorkflows.Core.Conditions;

/// <summary>Kinds of field an operator makes sense for. A date is a day or an instant.</summary>
[Flags]
public enum FieldKinds
{
    None = 0,
    Text = 1,
    Number = 2,
    Date = 4,
    Flag = 8,
    List = 16,

    /// <summary>A time of day (<c>now.time</c>) or a weekday (<c>now.weekday</c>).</summary>
    Clock = 32,
    Any = Text | Number | Date | Flag | List | Clock,
}

/// <summary>What an operator compares with.</summary>
public enum OperatorValue
{
    None,
    One,

    /// <summary>A list of one or more.</summary>
    Many,

    /// <summary>A list of two: from and to, both included.</summary>
    Range,

    /// <summary>An ISO 8601 duration, not negative.</summary>
    Duration,
}

/// <summary>One way to test a field, as data that draws the builder's rows.</summary>
/// <param name="Name">As it is stored; for ever.</param>
/// <param name="Label">As it reads between field and value.</param>
/// <param name="Fits">The kinds of field it is offered for. Asked of another kind it is answered all the same.</param>
public sealed record Operator(string Name, string Label, FieldKinds Fits, OperatorValue Takes)
{
    /// <summary>True when the operator denies its rule; so it is true of a field without a value.</summary>
    public bool Denies { get; internal init; }

    internal Rule Rule { get; init; } = static (_, _, _) => false;
}

/// <summary>Whether a fact, known not to be empty, stands so to the values, of which there are as many as the operator takes.</summary>
delegate bool Rule(Fact fact, Comparand[] values, Setting setting);
