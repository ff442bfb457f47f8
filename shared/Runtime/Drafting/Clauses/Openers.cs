using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Clauses;

/// <summary>Words with which something new begins to be said.</summary>
static partial class Openers
{
    const string Verbs =
        "text|message|email|send|call|phone|ring|notify|tell|alert|inform|let|ping|ask|invite|remind|create|add|make|assign|tag|untag|label|remove|delete|move|set|mark|put|open|update|post|give|thank|offer|request|" +
        "follow|check|enroll|start|begin|stop|end|exit|wait|pause|hold|welcome|wish|leave|write|drop|have|get|schedule|apologize|reach|nudge|change|turn|unsubscribe|split|keep|continue|do|congratulate|push|log|take|switch|publish|insert|rename|book|confirm|warn|forward";

    /// <summary>A new clause begins here, after a comma or "and".</summary>
    public static bool At(string rest) => Opening().IsMatch(rest);

    public static bool IsVerb(string word) => Verb().IsMatch(word);

    /// <summary>"When …", "if …", "two weeks after …": something else must follow.</summary>
    public static bool Subordinate(string text) => Leading().IsMatch(text);

    /// <summary>After these no verb begins something new: "we text", "the front desk calls", "do not send".</summary>
    public static bool Blocks(string before, string verb) => Binds(before) || MayBeNoun(verb) && Describes(before) || verb is ("stop" or "start" or "end" or "confirm" or "change" or "book") && before is ("reply" or "replies" or "texts" or "says" or "answers" or "writes" or "sends") || verb is ("wait" or "pause") && before is ("minute" or "hour" or "day" or "week" or "month");

    static bool Binds(string word) => word is "to" or "not" or "no" or "we" or "i" or "they" or "you" or "and" or "or" or "will" or "should" or "can" or "must" or "would" or "desk" or "team" or "staff" or "then" or "only"
        or "do" or "does" or "did" or "have" or "has" or "who" or "that" or "word" or "words" or "keyword" or "says" or "saying" or "by" or "via";

    /// <summary>After these a verb that is a noun too is one: "the text", "our email", "a birthday message".</summary>
    static bool Describes(string word) => word is "a" or "an" or "the" or "our" or "your" or "my" or "their" or "his" or "her" or "its" or "this" or "for" or "with" or "any" or "first" or "last" or "second" or "third" or "new" or "of" or "from" or "every"
        or "each" or "welcome" or "confirmation" or "reminder" or "birthday" or "follow" or "thank" or "short" or "quick" or "friendly" or "one" or "up" or "another" or "incoming" or "missed";

    /// <summary>Verbs that are never the name of a thing.</summary>
    static bool MayBeNoun(string verb) => verb is not ("send" or "notify" or "tell" or "inform" or "create" or "add" or "make" or "assign" or "remove" or "delete" or "let" or "ask" or "invite" or "remind" or "give" or "apologize" or "enroll"
        or "congratulate" or "unsubscribe" or "insert" or "rename");

    /// <summary>"Send": wherever it stands, something is asked for.</summary>
    public static bool IsPlainVerb(string word) => IsVerb(word) && !MayBeNoun(word);

    [GeneratedRegex("^(?:" + Verbs + ")$", RegexOptions.NonBacktracking)]
    private static partial Regex Verb();

    [GeneratedRegex("^(?:(?:we|i|you|please|also|again|automatically|immediately|finally|lastly|then|and|but|(?:the )?(?:system|front desk|team|staff)|1) (?:should |will |can |must |to )?)*(?:" + Verbs +
        @"|if|when|whenever|once|as soon as|unless|only|otherwise|else|until|never|during|between \d+|after that|after \d+|after (?:a|an|the|their|every|each)|in \d+ \w+|\d+ (?:minute|hour|day|week|month|year) (?:later|after|before)|(?:on )?day \d+|\d+ (?:minute|hour|day|week|month)(?: ,.*)?$|the (?:first|second|third|last) (?:wait|delay)|on the (?:same )?day|on \w+day|(?:the )?(?:next|following|same) (?:day|week|month|morning|afternoon|evening)|the day|day (?:after|before)|every|each \w+day|by (?:text|email) \d+|(?:not|but not) (?:if|for|when|to|vips?|members?)|except|excluding|apart from|(?:a|an|another) (?:[\w-]+ ){0,2}?(?:task|note|tag|email|text|call) (?:to|for|with|about|saying|asking|that|after|in|by|from|at|on)|the (?:other half|rest|others))\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:and |but |or |also )*(?:when|whenever|if|once|as soon as|every|each|after|before|unless|upon|following|on|in|within|until|for|from|still|(?:the )?(?:first|second|third|fourth|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:(?:the|a|an) )?(?:invoice|bill)s? (?:is |are )?(?:still )?not|the (?:day|next|following|same|morning|evening)|next|" + Lengths.Pattern + @" (?:after|before|later|prior))\b", RegexOptions.NonBacktracking)]
    private static partial Regex Leading();
}
