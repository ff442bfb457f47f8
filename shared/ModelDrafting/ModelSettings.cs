namespace AesthetixWorkflows.ModelDrafting;

/// <summary>Which model drafts, and how much it may cost.</summary>
/// <param name="Endpoint">Of any service that speaks chat completions, up to and with its version: <c>https://…/v1</c>.</param>
public sealed record ModelSettings(Uri Endpoint, string Key, string Model)
{
    /// <summary>For everything, the repair included; then the offline drafter writes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
    public int MostOutputTokens { get; init; } = 8000;
    /// <summary>An answer with more bytes than these is not read to its end.</summary>
    public int MostAnswerBytes { get; init; } = 512 * 1024;
    /// <summary>Tokens of questions and answers that one process spends in a day.</summary>
    public long MostTokensPerDay { get; init; } = 2_000_000;

    /// <summary>Null unless all three are set.</summary>
    public static ModelSettings? Of(string? endpoint, string? key, string? model) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && !string.IsNullOrWhiteSpace(key) && !string.IsNullOrWhiteSpace(model)
            ? new(address, key.Trim(), model.Trim()) : null;
}
