namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A condition together with what it is asked of: the facts, the moment and the zone for words like "today".</summary>
public sealed record Setting(IFacts Facts, DateTimeOffset Now, string Zone);
