using System.Text.Json;

namespace AesthetixWorkflows.Functions.SignIn;

/// <summary>Who the platform says has signed in: base 64 of JSON with a list of claims.</summary>
public sealed record Principal(string? Person, string? Name, string? Tenant, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups)
{
    const int Longest = 64 * 1024;
    const string Schema = "http://schemas.microsoft.com/identity/claims/";

    /// <returns>Null: it cannot be read, or is not from Entra ID.</returns>
    public static Principal? Read(string? header)
    {
        if (header is not { Length: > 0 and < Longest }) return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, bytes, out var length)) return null;
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(0, length));
            return Text(json.RootElement, "auth_typ") == "aad" && json.RootElement.TryGetProperty("claims", out var claims) && claims.ValueKind is JsonValueKind.Array
                ? Of([.. claims.EnumerateArray().Select(c => (Text(c, "typ") ?? "", Text(c, "val") ?? ""))], Text(json.RootElement, "role_typ"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static Principal Of(IReadOnlyList<(string Type, string Value)> claims, string? roleType)
    {
        IEnumerable<string> All(params string?[] types) => claims.Where(c => types.Contains(c.Type) && c.Value.Length > 0).Select(c => c.Value).Distinct();
        // Two people, or two tenants, are none.
        string? One(params string?[] types) => All(types).ToList() is [var one] ? one : null;
        return new(
            One("oid", Schema + "objectidentifier"), One("preferred_username"), One("tid", Schema + "tenantid"),
            [.. All("roles", roleType, "http://schemas.microsoft.com/ws/2008/06/identity/claims/role")], [.. All("groups")]);
    }

    static string? Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
