using System.Collections.Immutable;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>The actions of the catalogue in a front desk's English. The first phrase that fits is taken, so the narrow ones
/// come first. A new action needs a line in one of the tables and nothing else.</summary>
static class ActWords
{
    /// <summary>Whom a message or deed is for, in any of the ways people say it.</summary>
    public const string Them = @"(?: (?:them|him|her|(?:(?:the|a|an|this|that|each|every|all|your|our) ){0,2}(?:\w+ )?(?:patient|lead|contact|person|people|someone|members?|1)s?|vips|everyone|everybody)\b)?";

    public static readonly ImmutableArray<ActWord> All = [.. TeamWords.All, .. DeskWords.All, .. ContactWords.All, .. SalesWords.All, .. OtherWords.All, .. MessageWords.All];
}
