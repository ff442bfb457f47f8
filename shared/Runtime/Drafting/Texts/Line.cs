using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Vocabulary;

namespace AesthetixWorkflows.Runtime.Drafting.Texts;

/// <summary>What a prompt wants to have said or asked, as a sentence to the contact: "saying we'll ring them soon" is "We'll ring
/// you soon."</summary>
static partial class Line
{
    /// <param name="asks">A question is asked in its own words too; what is asked often has a text of its own.</param>
    public static string? Of(string rest, bool asks)
    {
        rest = Way().Replace(rest, "");
        if (Saying().Match(rest) is { Success: true } saying) return Sentence(saying.Groups["line"].Value, ".");
        if (!asks || Asking().Match(rest) is not { Success: true } asking || Sentence(asking.Groups["line"].Value, "?") is not { } question) return null;
        return $"May we ask {char.ToLowerInvariant(question[0])}{question[1..]}" + (asking.Groups["more"].Success && Sentence(asking.Groups["more"].Value, ".") is { } more ? " " + more : "");
    }

    static string? Sentence(string words, string end)
    {
        if (Topic.About("to " + words) is not { } about) return null;
        var said = Topic.ToThem(about);
        return char.ToUpperInvariant(said[0]) + said[1..] + end;
    }

    [GeneratedRegex(@"\s*\b(?:by|via) (?:e-?mail|text|sms)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Way();

    [GeneratedRegex(@"\b(?:saying|to say|telling (?:them|him|her)|to let (?:them|him|her) know|letting (?:them|him|her) know|to tell (?:them|him|her))(?: that)?[ :,]+(?<line>.+)$|(?:^(?:(?:them|him|her|the patient) )?|\b(?:reply|text|email|message|note|sms) )that (?<line>(?:we|you|they|it|there|our|your|their|it's|we're|we'll|they're|they'll)\b.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Saying();

    [GeneratedRegex(@"^(?:(?:them|him|her|the patient) )?(?:asking |to ask )?(?:them |him |her )?(?<line>(?:how|why|if|whether|what|when|which|who|where)\b[^,]*)(?:, (?<more>.+))?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Asking();
}
