using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>What the operators mean.</summary>
static class Rules
{
    public static readonly Rule Known = static (_, _, _) => true;

    public static readonly Rule Is = AnyValue(Comparison.Same);
    public static readonly Rule Contains = AnyValue(Comparison.Contains);
    public static readonly Rule StartsWith = AnyValue(Comparison.StartsWith);
    public static readonly Rule EndsWith = AnyValue(Comparison.EndsWith);

    public static readonly Rule IsAllOf = static (fact, values, setting) =>
    {
        foreach (var value in values)
            if (!Comparison.Same(fact, value, setting.Zone))
                return false;
        return true;
    };

    public static readonly Rule Greater = Ordered(static order => order > 0);
    public static readonly Rule GreaterOrEqual = Ordered(static order => order >= 0);
    public static readonly Rule Less = Ordered(static order => order < 0);
    public static readonly Rule LessOrEqual = Ordered(static order => order <= 0);

    public static readonly Rule Between = EachItem(static (fact, values, setting) =>
        Comparison.Order(fact, values[0], setting.Zone) is { } low && Comparison.Order(fact, values[1], setting.Zone) is { } high
        && (Comparison.GoesRound(values[0], values[1]) ? low >= 0 || high <= 0 : low >= 0 && high <= 0));

    public static readonly Rule OnDay = EachItem(static (fact, values, setting) =>
        values[0].When is { } when && Moment.Of(fact) is { } moment && moment.DayIn(setting.Zone) == when.DayIn(setting.Zone));

    public static readonly Rule Today = DaysFromNow(0);
    public static readonly Rule Tomorrow = DaysFromNow(1);
    public static readonly Rule Yesterday = DaysFromNow(-1);

    public static readonly Rule InLast = EachItem(static (fact, values, setting) =>
        values[0].Duration is { IsNegative: false } length && Moment.Of(fact) is { } moment
        && moment.IsWithin(Durations.Add(setting.Now, length.Negate(), setting.Zone), setting.Now, setting.Zone));

    public static readonly Rule InNext = EachItem(static (fact, values, setting) =>
        values[0].Duration is { IsNegative: false } length && Moment.Of(fact) is { } moment
        && moment.IsWithin(setting.Now, Durations.Add(setting.Now, length, setting.Zone), setting.Zone));

    static Rule AnyValue(Func<Fact, Comparand, string, bool> holds) => (fact, values, setting) =>
    {
        foreach (var value in values)
            if (holds(fact, value, setting.Zone))
                return true;
        return false;
    };

    static Rule Ordered(Func<int, bool> accepts) => EachItem((fact, values, setting) =>
        Comparison.Order(fact, values[0], setting.Zone) is { } order && accepts(order));

    static Rule DaysFromNow(int days) => EachItem((fact, _, setting) =>
        Moment.Of(fact) is { } moment
        && moment.DayIn(setting.Zone).DayNumber == Zones.DateOf(setting.Now, setting.Zone).DayNumber + days);

    /// <summary>Asked of a list, one item for which it holds is enough.</summary>
    static Rule EachItem(Rule rule) => (fact, values, setting) =>
    {
        if (fact is not Fact.Many many)
            return rule(fact, values, setting);
        foreach (var item in many.Values)
            if (rule(new Fact.Text(item), values, setting))
                return true;
        return false;
    };
}
