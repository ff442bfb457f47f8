using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>How people ask for one action of the catalogue, and how its form is filled in from what they say.</summary>
/// <param name="Type">The catalogue's action type; where the catalogue lacks it, the next phrase that fits is taken.</param>
/// <param name="Fill">Null: it was something else after all.</param>
sealed record ActWord(string Type, Regex Phrase, Func<ActSaid, JsonObject?> Fill)
{
    public ActWord(string type, string phrase, Func<ActSaid, JsonObject?> fill)
        : this(type, new Regex(phrase, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), fill) { }
}

/// <summary>A clause that asks for an action.</summary>
sealed record ActSaid(Clause Clause, Match Match, Scene Scene, string? Due)
{
    public string? Said(string group) => Match.Groups[group] is { Success: true, Length: > 0 } part ? EventReader.Literal(Clause, part) : null;
    public string Word(string group) => Match.Groups[group].Value;
    public string? Quote => Clause.Quotes.FirstOrDefault();

    /// <summary>What follows the phrase, as typed: what the deed is about.</summary>
    public string Rest
    {
        get
        {
            var end = Match.Index + Match.Length;
            if (end >= Clause.Text.Length) return "";
            var from = Clause.From(Clause.WordAt(end));
            return from.Text.Contains(Words.Word.Quote, StringComparison.Ordinal) ? "" : from.Typed;
        }
    }
}
