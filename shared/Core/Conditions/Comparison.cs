namespace AesthetixWorkflows.Core.Conditions;

/// <summary>How one fact compares with one value. Text folds case and surrounding blanks; of a list, one item is enough.</summary>
static class Comparison
{
    public static bool Same(Fact fact, Comparand value, string zone) => fact switch
    {
        Fact.Text text => Same(text.Value, value, zone),
        Fact.Number number => value.Number == number.Value,
        Fact.Flag flag => value.Flag == flag.Value,
        Fact.Day or Fact.Instant => value.When is { } when && Moment.Of(fact)!.Value.CompareTo(when, zone) == 0,
        Fact.Many many => AnySame(many, value, zone),
        _ => false,
    };

    public static bool Contains(Fact fact, Comparand value, string zone) =>
        fact is Fact.Many many ? AnySame(many, value, zone) : Plain(fact, zone).Contains(value.Text, StringComparison.OrdinalIgnoreCase);

    public static bool StartsWith(Fact fact, Comparand value, string zone) => AnyText(fact, value, zone,
        static (text, start) => text.AsSpan().Trim().StartsWith(start, StringComparison.OrdinalIgnoreCase));

    public static bool EndsWith(Fact fact, Comparand value, string zone) => AnyText(fact, value, zone,
        static (text, end) => text.AsSpan().Trim().EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Less than, equal to or greater than zero; null when the two cannot be ordered.</summary>
    public static int? Order(Fact fact, Comparand value, string zone) => fact switch
    {
        Fact.Number number => value.Number is { } other ? number.Value.CompareTo(other) : null,
        Fact.Day or Fact.Instant => value.When is { } when ? Moment.Of(fact)!.Value.CompareTo(when, zone) : null,
        Fact.Text text => Order(text.Value, value, zone),
        _ => null,
    };

    /// <summary>Whether both are times of day, or both weekdays: what goes round, so that 22:00 to 06:00 has a meaning.</summary>
    public static bool GoesRound(Comparand from, Comparand to) =>
        from.Time > to.Time || from.Weekday > to.Weekday;

    static int? Order(string text, Comparand value, string zone)
    {
        if (value.Number is { } number)
            return Comparand.ParseNumber(text)?.CompareTo(number);
        if (value.When is { } when)
            return Moment.TryParse(text, out var moment) ? moment.CompareTo(when, zone) : null;
        if (value.Time is { } time)
            return Comparand.ParseTime(text)?.CompareTo(time);
        return value.Weekday is { } day ? Comparand.ParseWeekday(text)?.CompareTo(day) : null;
    }

    static bool Same(string text, Comparand value, string zone)
    {
        if (text.AsSpan().Trim().Equals(value.Text, StringComparison.OrdinalIgnoreCase))
            return true;
        if (value.IsTyped)
            return value.Number is { } number ? Comparand.ParseNumber(text) == number : Comparand.ParseFlag(text) == value.Flag;
        return value.When is { } when && Moment.TryParse(text, out var moment) && moment.CompareTo(when, zone) == 0;
    }

    static bool AnySame(Fact.Many many, Comparand value, string zone)
    {
        foreach (var item in many.Values)
            if (Same(item, value, zone))
                return true;
        return false;
    }

    static bool AnyText(Fact fact, Comparand value, string zone, Func<string, string, bool> holds) => fact is Fact.Many many
        ? many.Values.Any(item => holds(item, value.Text))
        : holds(Plain(fact, zone), value.Text);

    static string Plain(Fact fact, string zone) => PlainText.Of(fact, zone);
}
