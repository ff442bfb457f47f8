using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Names;

/// <summary>Members of the team who are named in a clause.</summary>
static class Person
{
    /// <param name="after">Only when this word stands before the name.</param>
    public static Named? Find(Clause clause, Scene scene, string? after = null) => Only(Found(clause, scene, after), clause, scene);

    /// <summary>Only somebody whose name comes first: "Nora about the quote", and not "them about Nora".</summary>
    public static Named? Leading(Clause clause, Scene scene) => Only([.. Found(clause, scene, null).Where(entry => entry.Match.Groups["name"].Index == 0)], clause, scene);

    static Named? Only(IReadOnlyList<(Match Match, Named User)> found, Clause clause, Scene scene)
    {
        if (found is not [var first, ..]) return null;
        clause.Use(first.Match);
        return scene.Colleague = first.User;
    }

    public static IReadOnlyList<Named> All(Clause clause, Scene scene)
    {
        var found = Found(clause, scene, null);
        foreach (var (match, user) in found)
        {
            clause.Use(match);
            scene.Colleague = user;
        }
        return [.. found.Select(entry => entry.User).Distinct()];
    }

    static List<(Match Match, Named User)> Found(Clause clause, Scene scene, string? after)
    {
        var found = new List<(Match Match, Named User)>();
        foreach (var user in scene.Names.Users)
        {
            // The whole name, or one part of it that nobody else has.
            var parts = Parts(user.Name).Where(part => scene.Names.Users.Count(other => Parts(other.Name).Contains(part)) == 1).Append(user.Name.ToLowerInvariant().Trim());
            foreach (var part in parts.OrderByDescending(part => part.Length))
            {
                var lead = after is null ? "" : Regex.Escape(after) + " ";
                var match = Regex.Match(clause.Text, $@"(?:^|[ ]){lead}(?<name>(?:dr\.? )?{Regex.Escape(part)})(?:'s)?(?=[ ]|$)", RegexOptions.CultureInvariant, Patterns.Limit);
                if (!match.Success) continue;
                found.Add((match, user));
                break;
            }
        }
        return [.. found.OrderBy(entry => entry.Match.Index)];
    }

    static IEnumerable<string> Parts(string name) => name.ToLowerInvariant().Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 2 && part is not ("doctor" or "mrs" or "miss"));
}
