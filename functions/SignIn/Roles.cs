using System.Collections.Frozen;
using AesthetixWorkflows.Api.Access;

namespace AesthetixWorkflows.Functions.SignIn;

/// <summary>What the app roles of Entra ID may do here.</summary>
static class Roles
{
    static readonly string[] Reading = [Scopes.WorkflowsRead, Scopes.ContactsRead, Scopes.EnrollmentsRead];
    static readonly string[] Operating = [.. Reading, Scopes.ContactsWrite, Scopes.EnrollmentsWrite, Scopes.Operate];

    static readonly FrozenDictionary<string, IReadOnlyList<string>> Known = new Dictionary<string, IReadOnlyList<string>>
    {
        ["viewer"] = Reading,
        ["operator"] = Operating,
        ["editor"] = [.. Operating, Scopes.WorkflowsWrite, Scopes.WorkflowsPublish],
        ["owner"] = Scopes.All,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static FrozenSet<string> ScopesOf(IEnumerable<string> roles) =>
        roles.SelectMany(role => Known.GetValueOrDefault(role) ?? []).ToFrozenSet();
}
