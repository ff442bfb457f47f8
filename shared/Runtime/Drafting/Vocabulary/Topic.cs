using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>What a message or task is about, in the words of the prompt.</summary>
static partial class Topic
{
    /// <summary>"about the quote" is "the quote", "to call them" is "call them"; null when nothing is said.</summary>
    public static string? About(string rest)
    {
        var match = Lead().Match(rest);
        var about = (match.Success ? rest[match.Length..] : rest).Trim(' ', ',', '.', ':', '-');
        about = Tail().Replace(about, "").Trim(' ', ',', '.');
        return about.Length is > 1 and <= 200 && !Braces().IsMatch(about) ? about : null;
    }

    /// <summary>The same of words that begin with somebody's name: "Dr. Moss about the quote".</summary>
    public static string? Inside(string rest) => Within().Match(rest) is { Success: true } match ? About(rest[match.Index..]) : null;

    /// <summary>What is said of them, said to them: "we would love to see them" is "we would love to see you".</summary>
    public static string ToThem(string about) => Their().Replace(about, match => match.Value.ToLowerInvariant() switch { "their" => "your", "they're" => "you are", "themselves" => "yourself", _ => "you" });

    [GeneratedRegex(@"\b(?:them|they're|they|their|themselves)\b", RegexOptions.IgnoreCase, Patterns.Patience)]
    private static partial Regex Their();

    /// <summary>Whether the words say what it is about, and are not something else.</summary>
    public static bool IsAbout(string rest) => Lead().IsMatch(rest);

    [GeneratedRegex(@"^(?:(?:them|him|her|that|them that)\s+)?(?:about|regarding|to|that|with|asking|saying|telling|explaining|reminding|offering|inviting|thanking|for|on|how|if|whether|of|so)\b\s*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*\b(?:by|via|per) (?:text|sms|e-?mail|phone)\b|\s*\b(?:right away|immediately|straight away|at once|asap)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\b(?:about|regarding|that|to)\b.+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Within();

    // What was typed is text, whatever it holds; in a template braces would make it a merge field.
    [GeneratedRegex(@"\{\{|\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Braces();
}
