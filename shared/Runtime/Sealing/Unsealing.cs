using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Sealing;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Sealing;

/// <summary>Puts the secrets of a step in place at the moment at which it runs, and after its merge fields were filled in: what
/// stands in a password is no merge field.</summary>
static class Unsealing
{
    /// <returns>What was put in place, so that it can be kept out of what is written down; null: one is not there.</returns>
    public static async Task<IReadOnlyList<string>?> Open(IRecords records, string practice, Config config, ActionDescriptor descriptor, CancellationToken ct)
    {
        var opened = new List<string>();
        foreach (var place in SecretPlaces.In(config.Values, descriptor))
        {
            if (Secret.IdIn(place.Text) is not { } id) continue;
            if (await records.Find(Kinds.Secret, practice, id, ct) is not { Body.Value: var value }) return null;
            place.Put(value);
            opened.Add(value);
        }
        return opened;
    }
}
