namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>Names and values of <c>application/x-www-form-urlencoded</c> text (WHATWG URL standard).</summary>
static class FormText
{
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string text)
    {
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0 ? new(Decode(pair), "") : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
        }
    }

    // Leaves alone what is not a proper escape, as browsers do; never throws.
    static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
