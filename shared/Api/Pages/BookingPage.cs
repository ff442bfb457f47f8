using System.Globalization;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>Free times to choose from, and what has been booked.</summary>
static class BookingPage
{
    public const string At = "at", Deed = "do", Cancel = "cancel";

    public static Page Choose(FreeTimes times, string? wrong = null, int status = StatusCodes.Status200OK) =>
        new(status, times.Practice, $"Book: {times.Title}", Wrong(wrong) + Slots(times, "Book this time"));

    /// <summary>A visit that stands, with what may be done about it.</summary>
    public static Page Visit(FreeTimes times, Appointment visit, bool mayChange, bool cancelFirst, string? done, string? wrong = null, int status = StatusCodes.Status200OK)
    {
        var notice = done is null ? $"<p class=\"card\">{When(times, visit.StartsAt)}</p>" : $"<p class=\"done\" role=\"status\">{Html.Escape(done)}<br>{When(times, visit.StartsAt)}</p>";
        var (cancel, move) = (mayChange ? CancelForm() : "", mayChange ? $"<h2>Another time</h2>{Slots(times, "Move it to this time")}" : Ask(times));
        return new(status, times.Practice, times.Title, Wrong(wrong) + notice + (cancelFirst ? cancel + move : move + cancel));
    }

    public static Page Booked(FreeTimes times, Appointment visit, bool justNow)
    {
        var title = visit.Status is AppointmentStatus.Cancelled ? "This visit was called off" : justNow ? "You are booked" : "Your visit is booked";
        return new(StatusCodes.Status200OK, times.Practice, title,
            $"<p class=\"done\" role=\"status\">{Html.Escape(times.Title)}<br>{When(times, visit.StartsAt)}</p>{(justNow ? "<p>We look forward to seeing you.</p>" : "")}{Ask(times)}");
    }

    public static Page Ended(FreeTimes times, string title, string words) => new(StatusCodes.Status410Gone, times.Practice, title, $"<p>{Html.Escape(words)}</p>{Ask(times)}");

    static string Slots(FreeTimes times, string deed)
    {
        if (times.Slots.Count == 0) return $"<p>There is no free time in the next two weeks.</p>{Ask(times)}";
        var days = times.Slots.GroupBy(slot => LocalTime.Day(slot, times.Zone)).Select(day => $"""
            <fieldset>
            <legend>{day.Key}</legend>
            <div class="slots">{string.Concat(day.Select(slot => Slot(slot, times.Zone)))}</div>
            </fieldset>
            """);
        return $"""
            <p class="soft">Times are in {Html.Escape(LocalTime.Name(times.Zone))}.{(times.Zone == times.HouseZone ? "" : $" The practice is on {Html.Escape(LocalTime.Name(times.HouseZone))}.")}</p>
            <form method="post">
            {string.Concat(days)}
            <p class="bar"><button>{deed}</button></p>
            </form>
            """;
    }

    static string Slot(DateTimeOffset slot, string zone) =>
        $"<label><input type=\"radio\" name=\"{At}\" value=\"{slot.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\" required>{LocalTime.Clock(slot, zone)}</label>";

    static string When(FreeTimes times, DateTimeOffset at)
    {
        var here = $"<strong>{LocalTime.Whole(at, times.Zone)}</strong> <span class=\"soft\">({Html.Escape(LocalTime.Name(times.Zone))})</span>";
        return times.Zone == times.HouseZone || LocalTime.Whole(at, times.Zone) == LocalTime.Whole(at, times.HouseZone) ? here
            : $"{here}<br><span class=\"soft\">{LocalTime.Clock(at, times.HouseZone)} at the practice ({Html.Escape(LocalTime.Name(times.HouseZone))})</span>";
    }

    static string CancelForm() => $"""
        <form method="post">
        <input type="hidden" name="{Deed}" value="{Cancel}">
        <p class="soft">You can't come at all?</p>
        <button class="quiet">Cancel this visit</button>
        </form>
        """;

    static string Ask(FreeTimes times) => $"<p class=\"soft\">To change anything, please call or write to us{(times.Phone is { } phone ? $": {Html.Escape(phone)}" : "")}.</p>";
    static string Wrong(string? words) => words is null ? "" : $"<p class=\"wrong\" role=\"alert\">{Html.Escape(words)}</p>";
}
