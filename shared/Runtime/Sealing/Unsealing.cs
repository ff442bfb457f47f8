using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Sealing;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Sealing;

/// <summary>Puts the secrets of a step in place at the moment at which it runs, and after its merge fields were filled in: what
/// stands in a password is no merge field.</summary>
static class Unsealing
{
    /// <returns>False: one is not there.</returns>
    public static async Task<bool> Open(IRecords records, string practice, Config config, ActionDescriptor descriptor, CancellationToken ct)
    {
        foreach (var place in SecretPlaces.In(config.Values, descriptor))
        {
            if (Secret.IdIn(place.Text) is not { } id) continue;
            if (await records.Find(Kinds.Secret, practice, id, ct) is not { Body.Value: var value }) return false;
            place.Put(value);
        }
        return true;
    }
}
