using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Drafting.Names;

/// <summary>Finds a thing of the practice by what a person calls it: "the consultation form" is "Consultation".</summary>
static partial class NameSearch
{
    /// <summary>Null when nothing, or more than one thing, could be meant.</summary>
    public static Named? Find(IEnumerable<Named> things, string spoken)
    {
        var wanted = Key(spoken);
        if (wanted.Length == 0) return null;
        var keyed = things.Select(thing => (thing, Name: Key(thing.Name), Id: Key(thing.Id))).ToList();
        var exact = keyed.Where(entry => entry.Name == wanted || entry.Id == wanted).Select(entry => entry.thing).ToList();
        if (exact.Count > 0) return exact.Count == 1 ? exact[0] : null;
        var near = keyed.Where(entry => Within(entry.Name, wanted) || Within(wanted, entry.Name)).Select(entry => entry.thing).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    /// <summary>The practice's spelling of a tag.</summary>
    public static string? Tag(PracticeNames names, string spoken) =>
        names.Tags.FirstOrDefault(tag => string.Equals(tag, spoken, StringComparison.OrdinalIgnoreCase))
        ?? names.Tags.FirstOrDefault(tag => Key(tag) == Key(spoken));

    /// <summary>One holds the other as whole words.</summary>
    static bool Within(string part, string whole) => part.Length > 1 && $" {whole} ".Contains($" {part} ", StringComparison.Ordinal);

    /// <summary>Without case, punctuation, plural and the word for what it is.</summary>
    static string Key(string text) =>
        string.Join(' ', Letters().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => word is not ("the" or "our" or "form" or "calendar" or "pipeline" or "stage" or "workflow" or "dr"))
            .Select(word => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word));

    [GeneratedRegex("[a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Letters();
}
