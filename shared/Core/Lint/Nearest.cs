namespace AesthetixWorkflows.Core.Lint;

/// <summary>The name that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>Null when nothing is near: a wrong guess is worse than none.</summary>
    public static string? To(string typed, IEnumerable<string> names)
    {
        var limit = Math.Max(2, typed.Length / 3);
        return names.Select(name => (name, distance: Distance(typed, name)))
            .Where(guess => guess.distance <= limit)
            .OrderBy(guess => guess.distance).ThenBy(guess => guess.name, StringComparer.Ordinal)
            .Select(guess => guess.name).FirstOrDefault();
    }

    /// <summary><c> Did you mean “x”?</c>, or nothing.</summary>
    public static string Hint(string typed, IEnumerable<string> names) => To(typed, names) is { } name ? $" Did you mean “{name}”?" : "";

    static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 20 || a.Length > 100) return int.MaxValue;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + change));
            }
        }
        return row[b.Length];
    }
}
