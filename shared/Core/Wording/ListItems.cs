using System.Collections.Immutable;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>What a loop goes through. One value is a list of one; blanks are passed over, as they are where a list is written out.</summary>
static class ListItems
{
    public static ImmutableArray<IFacts> Of(Fact fact) => fact switch
    {
        Fact.Many { Things.IsDefaultOrEmpty: false } many => many.Things,
        Fact.Many { Values.IsDefaultOrEmpty: false } many => [.. many.Values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => new Item(new Fact.Text(value)))],
        _ => PlainText.IsEmpty(fact) ? [] : [new Item(fact)],
    };

    /// <summary>Whether <c>#if</c> takes its first side: there is something, and it is not "no", zero or an empty list. The
    /// answers of a form are text, so the words for no are read as conditions read them.</summary>
    public static bool IsSomething(Fact fact) => fact switch
    {
        Fact.Text text when Comparand.ParseFlag(text.Value) is false => false,
        Fact.Flag flag => flag.Value,
        Fact.Number number => number.Value != 0,
        Fact.Many { Things.IsDefaultOrEmpty: false } => true,
        _ => !PlainText.IsEmpty(fact),
    };

    sealed class Item(Fact fact) : IFacts
    {
        public Fact Find(string field) => field.Length == 0 ? fact : Fact.None;
    }
}
