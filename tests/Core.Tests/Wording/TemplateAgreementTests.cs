using System.Runtime.CompilerServices;
using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Tests.Wording;

/// <summary>The builder's preview has a reader of its own; both are held to the same list.</summary>
public sealed class TemplateAgreementTests
{
    static readonly JsonElement agreed = JsonDocument.Parse(File.ReadAllText(Path.Combine(Here(), "agreed.json"))).RootElement;

    public static TheoryData<string, string> Shown()
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in Rows("shown")) rows.Add(row[0].GetString()!, row[1].GetString()!);
        return rows;
    }

    public static TheoryData<string, string, int> Wrong()
    {
        var rows = new TheoryData<string, string, int>();
        foreach (var row in Rows("wrong")) rows.Add(row[0].GetString()!, row[1].GetString()!, row[2].GetInt32());
        return rows;
    }

    [Theory, MemberData(nameof(Shown))]
    public void A_template_comes_out_as_the_builder_shows_it(string text, string expected) =>
        Assert.Equal(expected, Template.Parse(text).Render(new(new JsonFacts(agreed.GetProperty("facts")), DateTimeOffset.UnixEpoch, "UTC"), nothing: "").Text);

    [Theory, MemberData(nameof(Wrong))]
    public void A_mistake_is_the_same_in_the_builder(string text, string fault, int position)
    {
        var problem = Assert.Single(Template.Parse(text).Problems);
        Assert.Equal((fault, position), (problem.Fault.ToString().ToLowerInvariant(), problem.Position));
    }

    [Fact]
    public void A_text_message_is_cut_up_as_in_the_builder()
    {
        foreach (var row in Rows("segments"))
        {
            var measured = Segments.Measure(string.Concat(Enumerable.Repeat(row[0].GetString()!, row[1].GetInt32())));
            Assert.Equal((row.ToString(), row[2].GetInt32(), row[3].GetBoolean(), row[4].GetInt32()), (row.ToString(), measured.Segments, measured.IsUnicode, measured.Left));
        }
    }

    static JsonElement.ArrayEnumerator Rows(string name) => agreed.GetProperty(name).EnumerateArray();

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
