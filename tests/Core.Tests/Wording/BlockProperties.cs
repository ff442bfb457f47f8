using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Wording;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Wording;

/// <summary>Random blocks: broken ones never throw, whole ones come out as a plain reading of them does.</summary>
public sealed class BlockProperties
{
    static readonly Config thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    static readonly string[] fields = ["a.text", "a.blank", "a.list", "a.none", "a.yes", "a.no", "a.things", "a.unknown"];

    static readonly JsonElement data = JsonDocument.Parse("""
        { "a": { "text": "T<", "blank": "", "list": ["x", "y"], "none": [], "yes": true, "no": false, "things": [{ "n": "1", "l": ["p"] }, { "n": "2" }] } }
        """).RootElement;

    static readonly Setting setting = new(new JsonFacts(data), DateTimeOffset.UnixEpoch, "UTC");

    static readonly Gen<string> pieces = Gen.ListOf(Gen.Elements("{{#if a.list}}", "{{#each a.list}}", "{{#unless a.no}}", "{{#each this}}", "{{else}}", "{{/if}}", "{{/each}}",
        "{{/unless}}", "{{this}}", "{{this.x | upper}}", "{{@index}}", "{{a.text}}", "{{#with a}}", "{{/with}}", "{{#}}", "{{/}}", "{{#if", "}}", "{{", "\n", " ", "\r\n", "x")).Select(string.Concat);

    [Fact]
    public void Whatever_is_written_is_read_and_filled_without_a_fault() => Check.One(thousand, Prop.ForAll(pieces.ToArbitrary(), source =>
    {
        var template = Template.Parse(source);
        var rendered = template.Render(setting);
        Assert.All(template.Problems, problem => Assert.InRange(problem.Position, 0, source.Length - 1));
        Assert.DoesNotContain(template.Fields, name => name.StartsWith('@') || name == "this");
        return rendered.Text.Length <= 200_000 + source.Length * 1000;
    }));

    [Fact]
    public void A_text_whose_blocks_fit_has_no_problem_and_reads_as_the_reference_does() => Check.One(thousand, Prop.ForAll(Trees(3, inLoop: false).ToArbitrary(), tree =>
    {
        var template = Template.Parse(string.Concat(tree.Select(node => node.Source)));
        Assert.Empty(template.Problems);
        Assert.Equal(Reference(tree, null), template.Render(setting, Escape.Html, nothing: "").Text);
        return true;
    }));

    /// <summary>A stretch of a text; <paramref name="Word"/> null: a value, or plain text when it has no name either.</summary>
    sealed record Node(string? Word, string? Name, string Text, IReadOnlyList<Node> First, IReadOnlyList<Node>? Second)
    {
        public string Source => (Word, Name) switch
        {
            (null, null) => Text,
            (null, _) => $"{{{{{Name}}}}}",
            _ => $"{{{{#{Word} {Name}}}}}{string.Concat(First.Select(node => node.Source))}{(Second is null ? "" : "{{else}}" + string.Concat(Second.Select(node => node.Source)))}{{{{/{Word}}}}}",
        };
    }

    static Gen<IReadOnlyList<Node>> Trees(int depth, bool inLoop) =>
        from count in Gen.Choose(0, 3)
        from nodes in Gen.ListOf(Nodes(depth, inLoop), count)
        select (IReadOnlyList<Node>)[.. nodes];

    static Gen<Node> Nodes(int depth, bool inLoop)
    {
        var names = Gen.Elements<string>(inLoop ? [.. fields, "this", "this.n", "this.l", "@index", "@number", "@first", "@last"] : fields);
        var literal = Gen.Elements("p", " <q> ", "; ").Select(text => new Node(null, null, text, [], null));
        var value = names.Select(name => new Node(null, name, "", [], null));
        if (depth == 0)
            return Gen.OneOf(literal, value);
        var block = from word in Gen.Elements("if", "unless", "each")
                    from name in names
                    from first in Trees(depth - 1, inLoop || word == "each")
                    from hasElse in Gen.Elements(true, false)
                    from second in Trees(depth - 1, inLoop)
                    // Blocks stand between letters: a tag alone on its line is another rule, with examples of its own.
                    select new Node(word, name, "", [Letter("v"), .. first], hasElse ? [Letter("w"), .. second] : null);
        return Gen.OneOf(literal, value, block);
    }

    static Node Letter(string text) => new(null, null, text, [], null);

    sealed record Round(JsonElement Item, int At, int Count);

    static string Reference(IEnumerable<Node> nodes, Round? round) => string.Concat(nodes.Select(node => (node.Word, node.Name) switch
    {
        (null, null) => node.Text,
        (null, { } name) => Shown(Value(name, round)).Replace("<", "&lt;"),
        ("each", { } name) => Items(Value(name, round)) is { Length: > 0 } items
            ? string.Concat(items.Select((item, at) => Reference(node.First, new(item, at, items.Length)))) : Reference(node.Second ?? [], round),
        (var word, { } name) => Reference(Holds(Value(name, round)) == (word == "if") ? node.First : node.Second ?? [], round),
        _ => throw new InvalidOperationException(),
    }));

    static JsonElement? Value(string name, Round? round) => name switch
    {
        "@index" => JsonSerializer.SerializeToElement(round!.At),
        "@number" => JsonSerializer.SerializeToElement(round!.At + 1),
        "@first" => JsonSerializer.SerializeToElement(round!.At == 0),
        "@last" => JsonSerializer.SerializeToElement(round!.At == round.Count - 1),
        "this" => round!.Item,
        _ => (name.StartsWith("this.", StringComparison.Ordinal) ? round!.Item : data.GetProperty("a")) is { ValueKind: JsonValueKind.Object } from
            && from.TryGetProperty(name.Split('.')[1], out var value) ? value : null,
    };

    static JsonElement[] Items(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
        { ValueKind: JsonValueKind.Object } => [],
        { } one when Shown(one).Length > 0 => [one],
        _ => [],
    };

    static bool Holds(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.True or JsonValueKind.False } flag => flag.GetBoolean(),
        { ValueKind: JsonValueKind.Number } number => number.GetInt32() != 0,
        { } some => Items(some).Length > 0,
        _ => false,
    };

    static string Shown(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.True } => "yes",
        { ValueKind: JsonValueKind.False } => "no",
        { ValueKind: JsonValueKind.Array } list => string.Join(", ", list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString())),
        { ValueKind: JsonValueKind.Object } or null => "",
        { } plain => plain.ToString(),
    };
}
