namespace AesthetixWorkflows.Core.Conditions;

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
