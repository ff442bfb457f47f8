using System.Globalization;

namespace AesthetixWorkflows.Bench;

/// <summary>The command line: names of workloads, and settings written <c>--name=value</c>.</summary>
sealed class Options
{
    readonly Dictionary<string, string> _settings = [];

    public List<string> Names { get; } = [];

    public static Options Parse(string[] args)
    {
        var options = new Options();
        foreach (var arg in args)
        {
            if (!arg.StartsWith("--", StringComparison.Ordinal)) options.Names.Add(arg.ToLowerInvariant());
            else if (arg[2..].Split('=', 2) is [var name, var value]) options._settings[name] = value;
            else options._settings[arg[2..]] = "true";
        }
        return options;
    }

    public string? Text(string name) => _settings.GetValueOrDefault(name);
    public bool Flag(string name) => Text(name) is "true";
    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The settings as they were typed, to be handed to a child process.</summary>
    public IEnumerable<string> Typed => _settings.Select(s => $"--{s.Key}={s.Value}");
}
