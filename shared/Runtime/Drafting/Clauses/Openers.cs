using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Clauses;

/// <summary>Words with which something new begins to be said.</summary>
static partial class Openers
{
    const string Verbs =
        "text|message|email|send|call|phone|ring|notify|tell|alert|inform|let|ping|ask|invite|remind|create|add|make|assign|tag|untag|label|remove|delete|move|set|mark|put|open|update|post|give|thank|offer|request|" +
        "follow|check|enroll|start|begin|stop|end|exit|wait|pause|hold|welcome|wish|leave|write|drop|have|get|schedule|apologize|reach|nudge|change|turn|unsubscribe|split|keep|continue|do|congratulate|push|log|take|switch|publish|insert|rename|book|confirm";

    /// <summary>A new clause begins here, after a comma or "and".</summary>
    public static bool At(string rest) => Opening().IsMatch(rest);

    public static bool IsVerb(string word) => Verb().IsMatch(word);

    /// <summary>"When …", "if …", "two weeks after …": something else must follow.</summary>
    public static bool Subordinate(string text) => Leading().IsMatch(text);

    /// <summary>After these a verb is a noun: "the text", "our email".</summary>
    public static bool Blocks(string word) => word is "a" or "an" or "the" or "to" or "our" or "your" or "my" or "their" or "his" or "her" or "its" or "this" or "that" or "for" or "with" or "not" or "no" or "by" or "via" or "any"
        or "first" or "last" or "second" or "third" or "new" or "of" or "from" or "every" or "each" or "we" or "i" or "they" or "you" or "and" or "or" or "please" or "also" or "will" or "should" or "can" or "must" or "would" or "desk" or "team" or "staff"
        or "welcome" or "confirmation" or "reminder" or "birthday" or "follow" or "thank" or "short" or "quick" or "friendly" or "one" or "up" or "another" or "then" or "only" or "incoming" or "missed" or "do" or "does" or "did" or "have" or "has" or "word" or "words" or "keyword" or "says" or "saying";

    [GeneratedRegex("^(?:" + Verbs + ")$", RegexOptions.NonBacktracking)]
    private static partial Regex Verb();

    [GeneratedRegex("^(?:(?:we|i|you|please|also|again|automatically|immediately|finally|lastly|then|and|but|(?:the )?(?:system|front desk|team|staff)|1) (?:should |will |can |must |to )?)*(?:" + Verbs +
        @"|if|when|whenever|once|as soon as|unless|only|otherwise|else|until|never|during|between \d+|after that|after \d+|after (?:a|an|the|their|every|each)|in \d+ \w+|\d+ (?:minute|hour|day|week|month|year) (?:later|after|before)|on the (?:same )?day|on \w+day|(?:the )?(?:next|following|same) (?:day|week|month|morning|afternoon|evening)|the day|every|each \w+day|by (?:text|email) \d+|the (?:other half|rest|others))\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:and |but |or |also )*(?:when|whenever|if|once|as soon as|every|each|after|before|unless|upon|following|on|in|within|until|for|from|the (?:day|next|following|same)|next|" + Lengths.Pattern + @" (?:after|before|later|prior))\b", RegexOptions.NonBacktracking)]
    private static partial Regex Leading();
}
