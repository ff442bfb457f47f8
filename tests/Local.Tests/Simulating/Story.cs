using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>A definition, somebody, and what happens to them: told once to the simulator and once to the real host.</summary>
sealed record Story(string Name, JsonElement Definition, Happening First, params Happening[] Then)
{
    public Func<Contact, Contact> Who { get; init; } = contact => contact;
    public Func<Practice, Practice> Where { get; init; } = practice => practice;
    /// <summary>Workflows that are published too.</summary>
    public IReadOnlyDictionary<string, JsonElement> Others { get; init; } = new Dictionary<string, JsonElement>();
    /// <summary>The workflow's id, when an event must name it.</summary>
    public string? Id { get; init; }
    /// <summary>What the practice has besides.</summary>
    public Action<ChangeSet> With { get; init; } = _ => { };
    public TimeSpan Horizon { get; init; } = TimeSpan.FromDays(60);
    public TimeSpan Start { get; init; }
    public int WebStatus { get; init; } = 200;
    /// <summary>Retries are spread by their ids, which a simulation has others of.</summary>
    public bool ToTheSecond { get; init; } = true;

    public override string ToString() => Name;

    /// <summary>The whole of it, for a run that failed.</summary>
    public string Told => $"{Definition.GetRawText()}\n{First}\n{string.Join('\n', Then.Select(h => h.ToString()))}";
}

/// <param name="After">Counted from the start.</param>
/// <param name="Data">By root; <c>@5.00:00</c> stands for that long after the start.</param>
sealed record Happening(TimeSpan After, string Type, string Data)
{
    public JsonElement At(DateTimeOffset start) => JsonElement.Parse(System.Text.RegularExpressions.Regex.Replace(Data, "\"@([^\"]+)\"",
        match => JsonSerializer.Serialize(start + TimeSpan.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))));
}
