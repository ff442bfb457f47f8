using System.Globalization;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A date, or an instant. Of two instants the exact order counts; as soon as one is a date, the local dates do.</summary>
public readonly record struct Moment
{
    static readonly string[] formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    readonly DateOnly day;
    readonly DateTimeOffset? instant;

    Moment(DateOnly day, DateTimeOffset? instant) => (this.day, this.instant) = (day, instant);

    public DateTimeOffset? Instant => instant;

    public static Moment Of(DateOnly day) => new(day, null);

    public static Moment Of(DateTimeOffset at) => new(default, at);

    /// <summary>What a fact says about when; text too, as <see cref="TryParse"/> reads it.</summary>
    public static Moment? Of(Fact fact) => fact switch
    {
        Fact.Day day => Of(day.Value),
        Fact.Instant at => Of(at.Value),
        Fact.Text text when TryParse(text.Value, out var moment) => moment,
        _ => null,
    };

    /// <summary>Reads <c>2026-11-22</c> as a date and RFC 3339 (<c>2026-11-22T10:00:00Z</c>) as an instant. A time without an offset
    /// is refused: nobody can say when it is.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Moment moment)
    {
        moment = default;
        text = text.Trim();
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
            return false;
        if (text.Length == 10)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return false;
            moment = Of(day);
            return true;
        }
        if (text[^1] != 'Z' && text[^6] is not ('+' or '-')
            || !DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return false;
        moment = Of(at);
        return true;
    }

    /// <summary>The local date.</summary>
    public DateOnly DayIn(string zone) => instant is { } at ? Zones.DateOf(at, zone) : day;

    public int CompareTo(Moment other, string zone) =>
        instant is { } mine && other.instant is { } theirs ? mine.CompareTo(theirs) : DayIn(zone).CompareTo(other.DayIn(zone));

    /// <summary>Whether this lies in a stretch of time, both ends included; a date counts by its local day.</summary>
    public bool IsWithin(DateTimeOffset from, DateTimeOffset to, string zone) =>
        CompareTo(Of(from), zone) >= 0 && CompareTo(Of(to), zone) <= 0;
}
