using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Runtime.Tests.Drafting;

/// <summary>Prompts as a front desk writes them, each with what must come out.</summary>
public sealed class PromptTests
{
    sealed record Case(string Prompt, string[] Expect, Dictionary<string, JsonElement>? Settings, string[]? NotUnderstood, string[]? Findings, string? Recipe);

    static readonly JsonSerializerOptions camel = new(JsonSerializerDefaults.Web);

    static readonly Dictionary<string, Case> cases = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Drafting", "prompts"), "*.json").Order()
        .SelectMany(file => JsonSerializer.Deserialize<Case[]>(File.ReadAllText(file), camel)!).ToDictionary(entry => entry.Prompt);

    public static TheoryData<string> Prompts() => [.. cases.Keys];

    [Fact]
    public void There_are_prompts_enough() => Assert.True(cases.Count >= 60, $"{cases.Count}");

    [Theory, MemberData(nameof(Prompts))]
    public void A_prompt_becomes_the_steps_that_it_asks_for(string prompt)
    {
        var expected = cases[prompt];
        var draft = Lumina.Draft(prompt);
        var lines = Outline.Of(draft.Definition);
        var told = $"{prompt}\n--- expected\n{string.Join('\n', expected.Expect)}\n--- found\n{string.Join('\n', lines)}\n--- not understood\n{string.Join('\n', draft.NotUnderstood)}\n--- assumed\n{string.Join('\n', draft.Assumptions)}";
        Assert.True(lines.Count == expected.Expect.Length && expected.Expect.Zip(lines, Expected.Fits).All(fits => fits), told);
        Assert.True((expected.NotUnderstood ?? []).SequenceEqual(draft.NotUnderstood), told);
        Assert.Equal(expected.Recipe, draft.Recipe);
        foreach (var (name, value) in expected.Settings ?? [])
            Assert.True(Setting(draft.Definition.GetProperty("settings"), name) == value.ToString(), told);
    }

    [Theory, MemberData(nameof(Prompts))]
    public void A_draft_reads_and_lints_without_an_error(string prompt)
    {
        var (read, findings) = Linter.Check(Lumina.Draft(prompt).Definition, Lumina.Lint);
        Assert.NotNull(read);
        Assert.Equal(cases[prompt].Findings ?? [], findings.Where(finding => finding.Severity is not Severity.Hint).Select(finding => finding.Code).Distinct());
    }

    [Theory, MemberData(nameof(Prompts))]
    public void The_same_words_always_make_the_same_draft(string prompt) =>
        Assert.Equal(Lumina.Draft(prompt).Definition.GetRawText(), Lumina.Draft(prompt).Definition.GetRawText());

    static string Setting(JsonElement settings, string name)
    {
        var value = settings.GetProperty(name);
        return name == "window" ? $"{string.Join(',', value.GetProperty("days").EnumerateArray().Select(day => day.GetString()))} {value.GetProperty("from").GetString()}-{value.GetProperty("to").GetString()}" : value.ToString();
    }
}
