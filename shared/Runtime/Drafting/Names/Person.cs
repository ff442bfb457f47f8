using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Names;

/// <summary>Members of the team who are named in a clause.</summary>
static class Person
{
    /// <param name="after">Only when this word stands before the name.</param>
    public static Named? Find(Clause clause, Scene scene, string? after = null) => All(clause, scene, after) is [var first, ..] ? first : null;

    public static IReadOnlyList<Named> All(Clause clause, Scene scene, string? after = null)
    {
        var found = new List<(int At, Named User)>();
        foreach (var user in scene.Names.Users)
        {
            // The whole name, or one part of it that nobody else has.
            var parts = Parts(user.Name).Where(part => scene.Names.Users.Count(other => Parts(other.Name).Contains(part)) == 1).Append(user.Name.ToLowerInvariant().Trim());
            foreach (var part in parts.OrderByDescending(part => part.Length))
            {
                var lead = after is null ? "" : Regex.Escape(after) + " ";
                var match = Regex.Match(clause.Text, $@"(?:^|[ ]){lead}(?<name>(?:dr\.? )?{Regex.Escape(part)})(?:'s)?(?=[ ]|$)", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));
                if (!match.Success) continue;
                clause.Use(match);
                found.Add((match.Index, user));
                break;
            }
        }
        return [.. found.OrderBy(entry => entry.At).Select(entry => entry.User).Distinct()];
    }

    static IEnumerable<string> Parts(string name) => name.ToLowerInvariant().Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 2 && part is not ("doctor" or "mrs" or "miss"));
}
