using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>How people ask for changes.</summary>
static partial class EditWords
{
    const string L = Lengths.Pattern;

    [GeneratedRegex(@"^(?:please )?(?:remove|delete|drop|take out|get rid of|cut|skip|leave out)\b", RegexOptions.NonBacktracking)]
    public static partial Regex Remove();

    [GeneratedRegex(@"^(?:please )?(?:move|put|shift|place|bring) (?<what>(?:the |that |step |«quote»).+?) (?:(?:to )?(?<place>the (?:very )?(?:start|beginning|top|end|bottom))|to (?<place>first|last)|(?:to )?(?<side>before|after|behind|in front of|above|below|ahead of|under) (?<ref>.+))$", RegexOptions.NonBacktracking)]
    public static partial Regex Move();

    [GeneratedRegex(@"^(?:please )?(?:swap|exchange|switch)(?: around| the order of)? (?<what>.+?) (?:and|with|for) (?<ref>.+?)(?: around)?$", RegexOptions.NonBacktracking)]
    public static partial Regex Swap();

    [GeneratedRegex(@"^(?:please )?(?:rename|retitle) (?<what>it|this|(?:the |step ).+?) (?:to|as|into) (?<name>.+)$|^(?:please )?(?:rename|call|name|retitle) (?<what>it|this|the (?:workflow|automation|draft)|(?:the |step ).+?)(?: (?:to|as|into))? (?<name>.+)$|^(?:please )?change (?:the|its) (?<what>(?:workflow )?name) (?:to|into) (?<name>.+)$", RegexOptions.NonBacktracking)]
    public static partial Regex Rename();

    /// <summary>More than one step is meant, and which of them nobody can say for sure.</summary>
    [GeneratedRegex(@"\b(?:everything|anything|all (?:the |of |steps|texts?|emails?|messages?|tasks?|waits?)|both|the rest)\b", RegexOptions.NonBacktracking)]
    public static partial Regex Many();

    /// <summary>Something else in place of what is there, which no edit knows how to put there.</summary>
    [GeneratedRegex(@"^(?:please )?(?:change|turn|make|convert|switch) (?<what>(?:the |that |this ).+?) (?:to|into|as)? ?(?:an? )(?<kind>text|email)(?: message)?(?: instead)?$", RegexOptions.NonBacktracking)]
    public static partial Regex Convert();

    [GeneratedRegex(@"\binstead(?: of .*)?$|^(?:please )?(?:change|turn|make|convert|switch|swap|replace) (?:the |that |this |it |both |all |every|each )", RegexOptions.NonBacktracking)]
    public static partial Regex Exchange();

    /// <summary>Words with which another change begins, whatever was asked before.</summary>
    [GeneratedRegex(@"^(?:please )?(?:remove|delete|drop|take out|get rid of|leave out|move|rename|change|disable|switch off|turn off|make)\b", RegexOptions.NonBacktracking)]
    public static partial Regex Begins();

    [GeneratedRegex(@"^(?:please )?(?<off>turn off|switch off|disable|pause|mute)|^(?:please )?(?:turn on|switch on|enable)", RegexOptions.NonBacktracking)]
    public static partial Regex Switch();

    [GeneratedRegex(@"^(?:please )?(?:wait|make (?:it|them|the (?:\w+ )?(?:wait|delay))(?: wait)?|(?:change|set|shorten|extend|lengthen|increase|reduce|update) (?:the )?(?:\w+ )?(?:wait|delay|waiting time|time)(?: (?:of|from) (?<from>" + L + @"|\d+))?(?: from (?<from2>" + L + @"|\d+))? to)(?: for)? (?<to>" + L + @")(?: instead(?: of (?<from3>" + L + @"|\d+))?)?$|^(?:and )?the (?:\w+ )?(?:wait|delay)(?: to)? (?<to>" + L + @")$|^(?:change|replace) (?:the )?(?<from4>" + L + @")(?: (?:wait|delay|reminder))? (?:to|with|by|into) (?<to2>" + L + ")", RegexOptions.NonBacktracking)]
    public static partial Regex Length();

    [GeneratedRegex(@"\bsubject(?: line)?(?: (?:of|for|in|on) .*?)? (?:to(?: say| be)?|says?|be|as|into|with|reads?)(?: ,)? (?<text>.+)$|\bsubject\b.*?(?<text>«quote»)", RegexOptions.CultureInvariant, Patterns.Patience)]
    public static partial Regex Subject();

    [GeneratedRegex(@"^(?:please )?(?:change|set|make|update|replace|rewrite|edit)\b.*?\b(?:to say|say|says|to|with|read|reads|,) ?,? ?«quote»", RegexOptions.CultureInvariant, Patterns.Patience)]
    public static partial Regex Body();

    [GeneratedRegex(@"^(?:please )?(?:add|insert|include|put in) (?:a |an |another )?(?:branch|condition|if/else|if|check|split)\b(?: (?:for|that checks|to check|checking|where|when|whether))?(?: (?<q>(?:if|unless|whether|for|when)?.*))?$", RegexOptions.NonBacktracking)]
    public static partial Regex Branch();

    [GeneratedRegex(@"^(?:please )?(?:add|insert|include|append|put in|put)(?: (?:in|also))? (?:a |an |another |1 )?(?<what>(?:[\w-]+ ){0,2}?(?:text|email|message|texts|text message)|(?:" + L + @" )?(?:wait|delay|pause)|(?:[\w-]+ ){0,2}?(?:review request|notification|alert))\b", RegexOptions.NonBacktracking)]
    public static partial Regex Noun();

    [GeneratedRegex(@"\b(?<side>after|before|behind|following|in front of) (?:send |sending |doing |making |creating )?(?<ref>(?:the |that |our |step |«quote»|it$).*)$|\b(?<place>at the (?:very )?(?:start|beginning|end|top|bottom))(?: ,.*)?$|\b(?<place>first|as (?:the )?(?:first|last) step|in the beginning)$", RegexOptions.CultureInvariant, Patterns.Patience)]
    public static partial Regex Where();

    [GeneratedRegex(@"^(?:please )?(?:(?:change|set|make) the (?:trigger|start)(?: to| so that)?|(?:start|begin|trigger|run)(?: it| this)?(?<only> only)?(?: instead)?)(?: (?<when>when(?:ever)?|if|once|after|on)\b| (?<when2>.+))|^instead (?<when3>when .+)", RegexOptions.NonBacktracking)]
    public static partial Regex Trigger();

    [GeneratedRegex(@"^(?:please )?(?:also |or )(?:start|begin|trigger|run|enroll)?\b.*\bwhen\b|^(?:please )?(?:add|include) (?:a |another )trigger\b", RegexOptions.NonBacktracking)]
    public static partial Regex MoreTriggers();

    [GeneratedRegex(@"^(?:please )?(?:and )?(?:publish|go live|activate|make it live|turn (?:it|this|the workflow) on|launch)\b", RegexOptions.NonBacktracking)]
    public static partial Regex Publish();
}
