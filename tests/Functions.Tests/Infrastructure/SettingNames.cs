using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Functions.Tests.Infrastructure;

/// <summary>Names of settings as the code, the Bicep and the sample have them; always with <c>__</c> for the colon.</summary>
static partial class SettingNames
{
    /// <summary>What the app asks for.</summary>
    public static HashSet<string> Read() => [.. Asked().Matches(Root.Text("functions/Starting/AzureSettings.cs")).Select(match => Env(match.Groups["name"].Value))];

    /// <summary>What a deployment makes.</summary>
    public static HashSet<string> Deployed() => [.. Assigned().Matches(Root.Text("infra/modules/settings.bicep")).Select(match => match.Groups["name"].Value)];

    /// <summary>What a developer's file has.</summary>
    public static HashSet<string> Local() => [.. Root.Json("local.settings.sample.json")["Values"]!.AsObject().Select(pair => pair.Key)];

    /// <summary>What that file explains.</summary>
    public static HashSet<string> Explained() => [.. Root.Json("local.settings.sample.json")["Explained"]!.AsObject().Select(pair => pair.Key).Where(name => name.Length > 0)];

    static string Env(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    [GeneratedRegex("""(?:reader\.(?:Text|Address|Flag|Zone)\(|from\[)"(?<name>[^"]+)"[)\]]""")]
    private static partial Regex Asked();

    // A setting begins with a capital; the template's own names do not.
    [GeneratedRegex(@"^\s+(?<name>[A-Z]\w+):", RegexOptions.Multiline)]
    private static partial Regex Assigned();
}
