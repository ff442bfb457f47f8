namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Lengths of time as people say them: "1 day 2 hours".</summary>
public static class DurationWords
{
    public static string Of(IsoDuration length)
    {
        (int Amount, string Unit)[] parts =
        [
            (length.Months / 12, "year"), (length.Months % 12, "month"), (length.Days, "day"),
            (length.Time.Days * 24 + length.Time.Hours, "hour"), (length.Time.Minutes, "minute"), (length.Time.Seconds, "second"),
        ];
        return string.Join(" ", parts.Where(part => part.Amount != 0).Select(part => $"{part.Amount} {part.Unit}{(part.Amount == 1 ? "" : "s")}"));
    }
}
