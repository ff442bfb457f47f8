using System.Collections.Immutable;
using System.Globalization;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>One field of a cron expression: <c>*</c>, <c>9</c>, <c>9-17</c>, <c>*/2</c>, <c>9-17/4</c>, and lists of these.</summary>
/// <param name="Values">In order, without repeats; at least one.</param>
/// <param name="IsAny">It begins with a star, so the other of the two days decides.</param>
sealed record CronField(ImmutableArray<int> Values, bool IsAny)
{
    public bool Has(int value) => Values.Contains(value);

    /// <param name="names">Names of the values; the first is that of <paramref name="min"/>.</param>
    /// <returns>Null when it cannot be read, or reaches beyond what it is about.</returns>
    public static CronField? Parse(string text, int min, int max, string[]? names = null)
    {
        var values = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') is [var left, var right] ? (left, Whole(right)) : (part, 1);
            if (step is not > 0) return null;
            int? from = min, to = max;
            if (range != "*")
            {
                var ends = range.Split('-');
                if (ends.Length > 2) return null;
                from = Value(ends[0]);
                // "5/15" is every fifteenth from the fifth on.
                to = ends.Length == 2 ? Value(ends[1]) : part.Contains('/', StringComparison.Ordinal) ? max : from;
                // From Friday to Sunday is meant, though Sunday is also the first.
                if (max == 7 && to == 0 && from > 0) to = 7;
            }
            if (from is null || to is null || from < min || to > max || from > to) return null;
            // A step past the end would overflow, and takes nothing more in anyway.
            for (var value = from.Value; value <= to; value += Math.Min(step.Value, max + 1)) values.Add(value);
        }
        return new([.. values], text[0] == '*');

        int? Value(string word)
        {
            var place = names is null ? -1 : Array.FindIndex(names, name => name.Equals(word, StringComparison.OrdinalIgnoreCase));
            return place >= 0 ? min + place : Whole(word);
        }
    }

    static int? Whole(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
