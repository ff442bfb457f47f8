using System.Text.Json;
using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Tests.Drafting;

/// <summary>Whatever of a prompt nothing was made of is said: whoever reads the draft must not believe that it is all there.</summary>
public sealed class NothingIsLostTests
{
    public static TheoryData<string> Prompts() => PromptTests.Prompts();

    /// <summary>Wishes that nobody can fulfil, put wherever a prompt goes on with something new, and at its end.</summary>
    [Theory, MemberData(nameof(Prompts))]
    public void A_wish_that_is_slipped_in_anywhere_is_told_of(string prompt)
    {
        foreach (var (wish, word) in new[] { ("and frobnicate the zeppelin", "zeppelin"), ("with a marzipan wombat", "wombat") })
            foreach (var place in Places(prompt))
            {
                var changed = prompt[..place].TrimEnd(' ', '.', ',') + $" {wish}" + prompt[place..];
                var draft = Lumina.Draft(changed);
                if (draft.Empty) continue;
                Assert.True(Tells(draft, word), $"{changed}\n--- not understood\n{string.Join('\n', draft.NotUnderstood)}\n--- assumed\n{string.Join('\n', draft.Assumptions)}\n{draft.Definition}");
            }
    }

    /// <summary>Before a comma or a full stop, and at the end; not within a quotation.</summary>
    static IEnumerable<int> Places(string prompt) =>
        Regex.Matches(prompt, @"[,.;](?=\s)|$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10)).Select(match => match.Index).Where(at => prompt[..at].Count(c => c == '"') % 2 == 0 && prompt[..at].Count(c => c is '\'' or '“') % 2 == 0)
            .Where(at => at == 0 || !char.IsAsciiDigit(prompt[at - 1]) || at == prompt.Length).Where(at => !prompt[..at].EndsWith("Dr", StringComparison.Ordinal));

    /// <summary>It is listed, or stands in what somebody will read: a task, a note, a message.</summary>
    static bool Tells(Runtime.Drafting.Drafted draft, string word) =>
        draft.NotUnderstood.Concat(draft.Assumptions).Any(told => told.Contains(word, StringComparison.OrdinalIgnoreCase))
        || draft.Definition.GetProperty("steps").EnumerateObject().Any(step => step.Value.TryGetProperty("config", out var config) && JsonSerializer.Serialize(config).Contains(word, StringComparison.OrdinalIgnoreCase))
        || draft.Definition.GetProperty("triggers").EnumerateArray().Any(trigger => trigger.GetRawText().Contains(word, StringComparison.OrdinalIgnoreCase) );
}
