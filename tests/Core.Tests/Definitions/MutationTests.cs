using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Definitions;

/// <summary>Whatever somebody sends, the reader answers with findings.</summary>
public sealed class MutationTests
{
    static readonly string[] Junk =
    [
        "null", "true", "-1", "1e999", "0.5", "99999999999999999999", "\"\"", "\"P\"", "\"PT\"", "\"-P1D\"", "\"P99999999999D\"", "\"09:00\"", "\"{{\"",
        "\"contact\"", "[]", "[[]]", "[null]", "{}", "{\"all\":{}}", "{\"any\":[1]}", "{\"a\":{\"b\":[{\"c\":1}]}}", "\"goto\"", "\"wait.until\"", "\"9999-12-31\"", "\"0001-01-01\"",
    ];

    [Fact]
    public void No_change_to_a_definition_makes_the_reader_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var json = Mutate(seed);
            var (definition, findings) = DefinitionReader.Read(json);
            if (definition is null) return findings.Length > 0;
            // Whatever could be read can be written, and reads the same again when nothing was wrong.
            var written = DefinitionWriter.Write(definition);
            return findings.Length > 0 || DefinitionWriter.Write(DefinitionReader.Read(written).Definition!).GetRawText() == written.GetRawText();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    internal static JsonElement Mutate(int seed)
    {
        var random = new Random(seed);
        var root = Sample.Node();
        for (var i = random.Next(1, 5); i > 0; i--) Change(root, random);
        return JsonSerializer.SerializeToElement(root);
    }

    static void Change(JsonNode root, Random random)
    {
        var nodes = All(root).Where(node => node.Parent is not null).ToList();
        if (nodes.Count == 0) return;
        var node = nodes[random.Next(nodes.Count)];
        var value = random.Next(3) == 0 ? nodes[random.Next(nodes.Count)].DeepClone() : JsonNode.Parse(Junk[random.Next(Junk.Length)]);
        switch (node.Parent)
        {
            case JsonObject parent:
                var name = node.GetPropertyName();
                if (random.Next(4) == 0) parent.Remove(name);
                else if (random.Next(4) == 0) parent[name + "x"] = value;
                else parent[name] = value;
                break;
            case JsonArray parent:
                if (random.Next(4) == 0) parent.Remove(node);
                else if (random.Next(4) == 0) parent.Add(value);
                else parent[node.GetElementIndex()] = value;
                break;
        }
    }

    static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject json => json.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(All).Prepend(node),
        JsonArray json => json.OfType<JsonNode>().SelectMany(All).Prepend(node),
        _ => [node],
    };
}
