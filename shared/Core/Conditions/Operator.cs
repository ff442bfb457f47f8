namespace AesthetixWorkflows.Core.Conditions;

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
