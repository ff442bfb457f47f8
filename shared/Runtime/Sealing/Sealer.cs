using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Sealing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;

namespace AesthetixWorkflows.Runtime.Sealing;

/// <summary>Takes the secrets out of a definition before it is kept: each becomes a record of its own, and the definition names it.
/// What was read back and sent again names it already and stays as it is.</summary>
public sealed class Sealer(IIdSource ids, ProductCatalogue catalogue)
{
    public (JsonElement Definition, ChangeSet Secrets) Seal(Actor by, string workflowId, JsonElement definition)
    {
        var secrets = new ChangeSet(by.Practice);
        if (definition.ValueKind != JsonValueKind.Object) return (definition, secrets);
        var whole = JsonObject.Create(definition)!.DeepClone().AsObject();
        foreach (var place in SecretPlaces.In(whole, catalogue).Where(place => place.IsOpen).ToList())
        {
            var id = ids.New(Kinds.Secret.Prefix);
            secrets.Put(Kinds.Secret, id, new Secret(place.Text, workflowId, by.Now, by.Name), 0).Audited(ids, by, "workflow.secret.changed", workflowId, place.Pointer, after: id);
            place.Put(Secret.Naming(id));
        }
        return (secrets.IsEmpty ? definition : JsonSerializer.SerializeToElement(whole), secrets);
    }
}
