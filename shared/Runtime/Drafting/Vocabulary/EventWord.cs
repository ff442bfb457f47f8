using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>How people speak of one event of the catalogue. Groups of the phrase that carry the name of a filter's detail
/// (<c>tag stage word status</c>) become filters.</summary>
/// <param name="Type">The catalogue's trigger type. One that the catalogue lacks is understood and said to be missing.</param>
sealed record EventWord(string Type, string Name, Regex Phrase, params Row[] Filters)
{
    public EventWord(string type, string name, string phrase, params Row[] filters)
        : this(type, name, new Regex(phrase, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), filters) { }
}
