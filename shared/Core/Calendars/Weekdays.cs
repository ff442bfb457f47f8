namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Weekdays as they are stored: <c>mon</c> to <c>sun</c>, in the order of a working week.</summary>
public static class Weekdays
{
    static readonly string[] names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static IReadOnlyList<string> Names => names;

    public static string Name(DayOfWeek day) => names[Place(day)];

    /// <summary>0 for Monday to 6 for Sunday.</summary>
    public static int Place(DayOfWeek day) => ((int)day + 6) % 7;

    /// <summary>Reads <c>mon</c>, in any case.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DayOfWeek day)
    {
        for (var place = 0; place < names.Length; place++)
            if (text.Equals(names[place], StringComparison.OrdinalIgnoreCase))
            {
                day = (DayOfWeek)((place + 1) % 7);
                return true;
            }
        day = default;
        return false;
    }
}
