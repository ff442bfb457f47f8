using System.Globalization;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Runtime.Drafting.Assembling;

/// <summary>Lengths of time as a front desk says them.</summary>
static class Spoken
{
    public static string Length(string iso)
    {
        if (!Durations.TryParse(iso, out var length)) return iso;
        var parts = new List<string>();
        void Add(int number, string unit)
        {
            if (number != 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(number)} {unit}{(Math.Abs(number) == 1 ? "" : "s")}"));
        }
        Add(length.Months / 12, "year");
        Add(length.Months % 12, "month");
        Add(length.Days, "day");
        Add(length.Time.Days * 24 + length.Time.Hours, "hour");
        Add(length.Time.Minutes, "minute");
        return parts.Count == 0 ? "no time" : string.Join(" ", parts);
    }

    public static string Offset(string iso) =>
        iso.StartsWith('-') ? $"{Length(iso)} before the visit" : iso is "PT0S" or "P0D" ? "On the day of the visit" : $"{Length(iso)} after the visit";
}
