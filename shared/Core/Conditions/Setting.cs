using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A condition together with what it is asked of: the facts, the moment and the zone for words like "today".</summary>
public sealed record Setting(IFacts Facts, DateTimeOffset Now, string Zone)
{
    /// <summary>For texts: how dates are written.</summary>
    public DateStyle Dates { get; init; }

    /// <summary>One fact. Fields under <c>now.</c> come from <see cref="Now"/> and <see cref="Zone"/>, whatever the facts say.</summary>
    public Fact Find(string field) => NowFacts.Owns(field) ? NowFacts.Find(field, Now, Zone) : Facts.Find(field);
}
