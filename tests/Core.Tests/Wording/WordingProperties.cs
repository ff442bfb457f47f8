using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Wording;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Wording;

public sealed class WordingProperties
{
    static readonly Config thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    static readonly Gen<string> texts = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");

    static readonly Gen<string> templates = Gen.ListOf(Gen.OneOf(texts, Gen.Elements("{{", "}}", "{{a.b}}", "|", ":", "\"", "“", "”", "'",
        "{{a.b | date: \"", "{{a.b | time}}", "{{a.b | upper | default: 'x'}}", "<a href=\"", "<", ">", "</a>", "<!--", "&#", "\ud83d", "http://", "€"))).Select(string.Concat);

    static readonly Gen<Fact> facts = Gen.OneOf(
        Gen.Constant(Fact.None),
        texts.Select(text => (Fact)new Fact.Text(text)),
        ArbMap.Default.GeneratorFor<DateTimeOffset>().Select(at => (Fact)new Fact.Instant(at)),
        Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Select(at => (Fact)new Fact.Instant(at)),
        Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue).Select(day => (Fact)new Fact.Day(day)),
        ArbMap.Default.GeneratorFor<decimal>().Select(number => (Fact)new Fact.Number(number)),
        Gen.ListOf(texts, 2).Select(items => (Fact)new Fact.Many([.. items])));

    [Fact]
    public void Rendering_never_throws() => Check.One(thousand, Prop.ForAll(
        (from source in templates
         from fact in facts
         from escape in Gen.Elements(Escape.None, Escape.Html, Escape.Json, Escape.Url)
         select (source, fact, escape)).ToArbitrary(),
        x =>
        {
            Template.Parse(x.source).Render(new(new Same(x.fact), DateTimeOffset.UnixEpoch, "America/New_York"), x.escape);
        }));

    [Fact]
    public void A_template_that_nothing_fills_comes_out_as_it_is_written() => Check.One(thousand, Prop.ForAll(templates.ToArbitrary(), source =>
        source.Contains("default", StringComparison.Ordinal)
        || Template.Parse(source).Render(new(new Same(Fact.None), DateTimeOffset.UnixEpoch, "UTC")).Text == source));

    [Fact]
    public void Html_made_of_text_has_no_markup_of_the_text() => Check.One(thousand, Prop.ForAll(templates.ToArbitrary(), text =>
    {
        var html = Html.FromText(text);
        return !html.Replace("<p>", "").Replace("</p>", "").Replace("<br>", "").Replace("</a>", "").Replace("<a href=\"", "").Contains('<');
    }));

    [Fact]
    public void Reading_html_and_counting_segments_never_throw() => Check.One(thousand, Prop.ForAll(templates.ToArbitrary(), text =>
    {
        Html.ToText(text);
        return Segments.Measure(text).Left >= 0;
    }));

    sealed record Same(Fact Fact) : IFacts
    {
        public Fact Find(string field) => Fact;
    }
}
