using System.Globalization;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>Moments as somebody in a zone reads them.</summary>
static class LocalTime
{
    static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static string Day(DateTimeOffset at, string zone) => Zones.ToLocal(at, zone).ToString("dddd, MMMM d", English);
    public static string Clock(DateTimeOffset at, string zone) => Zones.ToLocal(at, zone).ToString("h:mm tt", English);
    public static string Whole(DateTimeOffset at, string zone) => $"{Day(at, zone)} at {Clock(at, zone)}";

    /// <summary><c>America/New_York</c> is New York time.</summary>
    public static string Name(string zone) => zone is "UTC" or "Etc/UTC" ? "UTC" : $"{zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ')} time";
}
