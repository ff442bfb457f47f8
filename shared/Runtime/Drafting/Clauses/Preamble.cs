using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Clauses;

/// <summary>"Hi, can you set up something so that …": what is said before anything is asked for.</summary>
static partial class Preamble
{
    public static List<Word> Without(List<Word> words)
    {
        var text = string.Join(' ', words.Select(word => word.Text));
        if (Polite().Match(text) is not { Success: true, Length: > 0 } match) return words;
        var (skip, at) = (0, 0);
        while (skip < words.Count && at < match.Length) at += words[skip++].Text.Length + 1;
        return words[skip..];
    }

    [GeneratedRegex(@"^(?:(?:hi|hey|hello|ok|okay|please|thanks)(?: there| team)?(?: [,.])? )*(?:(?:(?:can|could|would|will) (?:you|we|i) (?:please )?|(?:i|we) (?:want|need|would like|wish)(?: you)? (?:to )?|please )?(?:(?:set up|setup|create|build|make|write|draft|design|have|get) )?(?:me |us )?(?:something|a workflow|an automation|a flow|an automated (?:flow|workflow)|a sequence|workflow|automation)(?: ,)? (?:so that|that|which|to|where|for when|so|:) |(?:i|we) (?:want|need|would like) (?:it )?(?:so )?that |(?:i|we) (?:want|need|would like) (?:you )?to )?", RegexOptions.NonBacktracking)]
    private static partial Regex Polite();
}
