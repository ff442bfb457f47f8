using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Catalogue.Contacts;

/// <summary>Members of the team who follow a contact.</summary>
static class Followers
{
    /// <summary>The change with followers added or taken away as well.</summary>
    public static ContactChange Change(ContactChange change, IReadOnlyCollection<string> add, Func<string, bool> remove)
    {
        var before = change.After.Followers;
        string[] after = [.. before.Where(user => !remove(user)).Union(add)];
        if (change.Problem is not null || before.SequenceEqual(after)) return change;
        (change.Before["followers"], change.Now["followers"]) = (Json(before), Json(after));
        return change with { After = change.After with { Followers = [.. after] }, Changed = change.Changed.Add("followers") };
    }

    static JsonNode? Json(IEnumerable<string> users) => JsonSerializer.SerializeToNode(users);
}
