namespace AesthetixWorkflows.Core.Wording;

/// <summary>What is wrong with a template, and at which character it begins.</summary>
public sealed record TemplateProblem(int Position, string Message, TemplateFault Fault = TemplateFault.Field);

/// <summary>What kind of mistake it is.</summary>
public enum TemplateFault
{
    /// <summary>A merge field that cannot be read.</summary>
    Field,

    /// <summary>A block without its end.</summary>
    Unclosed,

    /// <summary>An end, an else or a loop's own value where no such block is open.</summary>
    Stray,

    /// <summary>A block that does not exist, says no field, or lies too deep.</summary>
    Block,
}
