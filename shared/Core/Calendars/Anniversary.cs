namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Dates that come every year. 29 February comes on 28 February in years that have none.</summary>
public static class Anniversary
{
    public static bool IsOn(DateOnly first, DateOnly date) =>
        first.Month == date.Month && Math.Min(first.Day, DateTime.DaysInMonth(date.Year, date.Month)) == date.Day;
}
