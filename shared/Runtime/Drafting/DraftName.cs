using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Drafting;

/// <summary>What a workflow is called when nobody says: the beginning of what was asked for.</summary>
static partial class DraftName
{
    const int Longest = 60;

    public static string Of(string prompt)
    {
        var words = Spaces().Replace(prompt, " ").Trim();
        if (words.Length > Longest) words = words[..(words.LastIndexOf(' ', Longest) is > 0 and var end ? end : Longest)] + "…";
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
