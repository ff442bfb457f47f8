using AesthetixWorkflows.Core.Calendars;
using Microsoft.Extensions.Configuration;

namespace AesthetixWorkflows.Functions.Starting;

/// <summary>Reads settings and remembers what was wrong, so that all of it is said at once.</summary>
sealed class SettingsReader(IConfiguration from)
{
    static readonly Uri Nowhere = new("about:blank");
    readonly List<string> _wrong = [];

    public string Text(string name)
    {
        var text = from[name];
        if (string.IsNullOrEmpty(text)) Missing(name);
        // The platform leaves a reference that it cannot follow as it stands: as a key it would be known to everybody.
        else if (text.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase)) _wrong.Add($"{name} is a Key Vault reference that was not resolved");
        else return text;
        return "";
    }

    public Uri Address(string name)
    {
        var text = Text(name);
        if (Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        if (text.Length > 0) _wrong.Add($"{name} must be an http or https address");
        return Nowhere;
    }

    public bool Flag(string name)
    {
        var text = Text(name);
        if (bool.TryParse(text, out var flag)) return flag;
        if (text.Length > 0) _wrong.Add($"{name} must be true or false");
        return false;
    }

    public string Zone(string name)
    {
        var zone = Text(name);
        if (zone.Length > 0 && !Zones.IsKnown(zone)) _wrong.Add($"{name} must be an IANA time zone such as Europe/Madrid");
        return zone;
    }

    public void Wrong(string what) => _wrong.Add(what);

    public void Missing(string name) => _wrong.Add($"{name} is missing");

    public void Insist()
    {
        if (_wrong.Count > 0) throw new SettingsMissingException(_wrong);
    }
}

/// <summary>The app cannot start; the message names every setting that keeps it from it.</summary>
public sealed class SettingsMissingException(IReadOnlyList<string> wrong)
    : Exception($"Settings: {string.Join("; ", wrong)}. See local.settings.sample.json. (In an environment variable write __ for the colon.)")
{
    public IReadOnlyList<string> Wrong { get; } = wrong;
}
