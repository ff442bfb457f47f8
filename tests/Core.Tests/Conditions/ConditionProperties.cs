using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Conditions;

public sealed class ConditionProperties
{
    static readonly Gen<string> texts = Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements("", " ", "vip", "12", "12.50", "yes", "2026-11-22", "2026-11-22T10:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01",
            "10:00", "sun", "P1D", "P10Y", "{{x.a}}", "{{x.a | upper}} b", "{{", "{{x.a | date: \"d\"}}", "{{now}}"));

    static readonly Gen<Fact> facts = Gen.OneOf(
        Gen.Constant(Fact.None),
        texts.Select(text => (Fact)new Fact.Text(text)),
        ArbMap.Default.GeneratorFor<decimal>().Select(number => (Fact)new Fact.Number(number)),
        Gen.Elements(true, false).Select(flag => (Fact)new Fact.Flag(flag)),
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(day => (Fact)new Fact.Day(DateOnly.FromDayNumber(day))),
        ArbMap.Default.GeneratorFor<DateTimeOffset>().Select(at => (Fact)new Fact.Instant(at)),
        Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Select(at => (Fact)new Fact.Instant(at)),
        Gen.ListOf(texts, 3).Select(items => (Fact)new Fact.Many([.. items])));

    static readonly Gen<JsonElement> scalars = Gen.OneOf(
        texts.Select(text => JsonSerializer.SerializeToElement(text)),
        ArbMap.Default.GeneratorFor<int>().Select(number => JsonSerializer.SerializeToElement(number)),
        Gen.Elements("true", "false", "null", "{}", "1e400", "[[1]]").Select(json => JsonDocument.Parse(json).RootElement),
        Gen.Constant(default(JsonElement)));

    static readonly Gen<JsonElement> values = Gen.OneOf(scalars, Gen.ListOf(scalars, 2)
        .Select(items => JsonSerializer.SerializeToElement(items.Where(item => item.ValueKind != JsonValueKind.Undefined))));

    static readonly Gen<string> operators = Gen.Elements(Operators.All.Select(op => op.Name).Append("odd").ToArray());

    static readonly Gen<Condition> tests =
        from field in Gen.Elements("x.a", "{{x.a}}", "now.time", "now.weekday", "now", "x", "", ".")
        from op in operators
        from value in values
        select (Condition)new Condition.Test(field, op, value);

    static Gen<Condition> Conditions(int depth) => depth == 0 ? tests : Gen.OneOf(tests,
        Gen.ListOf(Conditions(depth - 1), 3).Select(items => (Condition)new Condition.All([.. items])),
        Gen.ListOf(Conditions(depth - 1), 2).Select(items => (Condition)new Condition.Any([.. items])));

    static readonly Gen<Setting> settings =
        from fact in facts
        from now in ArbMap.Default.GeneratorFor<DateTimeOffset>()
        from zone in Gen.Elements("America/New_York", "Australia/Lord_Howe", "nowhere", "")
        select new Setting(new Same(fact), now, zone);

    static readonly Config thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void Evaluating_never_throws() => Check.One(thousand, Prop.ForAll(
        (from condition in Conditions(2) from setting in settings select (condition, setting)).ToArbitrary(),
        x =>
        {
            x.condition.Evaluate(x.setting);
        }));

    [Fact]
    public void A_denial_is_the_opposite_of_what_it_denies() => Check.One(thousand, Prop.ForAll(
        (from value in values from setting in settings select (value, setting)).ToArbitrary(), x =>
        {
            bool Ask(string op) => new Condition.Test("x.a", op, x.value).Evaluate(x.setting);
            return Ask("is") != Ask("isNot") && Ask("contains") != Ask("notContains") && Ask("anyOf") != Ask("noneOf")
                && Ask("empty") != Ask("notEmpty") && Ask("on") != Ask("notOn") && Ask("inLast") != Ask("notInLast")
                && Ask("inNext") != Ask("notInNext");
        }));

    [Fact]
    public void Reading_never_throws_and_what_was_read_without_problems_is_written_the_same() => Check.One(thousand, Prop.ForAll(
        Conditions(2).ToArbitrary(), condition =>
        {
            var json = ConditionJson.Write(condition);
            var read = ConditionJson.Read(json);
            return !read.Problems.IsEmpty
                || JsonSerializer.Serialize(ConditionJson.Write(read.Condition)) == JsonSerializer.Serialize(json);
        }));

    [Fact]
    public void Telling_never_throws() => Check.One(thousand, Prop.ForAll(Conditions(2).ToArbitrary(),
        condition => Narration.Of(condition).Length > 0));

    sealed record Same(Fact Fact) : IFacts
    {
        public Fact Find(string field) => Fact;
    }
}
