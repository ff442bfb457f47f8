using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Drafting.Names;

/// <summary>Collects the names that a practice's drafts may use. Tags and forms have no records: they are known from the
/// workflows that use them and from the hooks that bring them.</summary>
public sealed class NamesReader(IStore store)
{
    /// <summary>More names than these a prompt cannot mean, and a model need not read.</summary>
    const int Most = 200;

    public async Task<PracticeNames> Of(string practice, CancellationToken ct = default)
    {
        var users = await All(Kinds.User, practice, ct);
        var calendars = await All(Kinds.Calendar, practice, ct);
        var pipelines = await All(Kinds.Pipeline, practice, ct);
        var fields = await All(Kinds.CustomField, practice, ct);
        var workflows = (await All(Kinds.Workflow, practice, ct)).Where(stored => stored.Body.DeletedAt is null).ToList();
        var used = workflows.Select(stored => DefinitionReader.Read(stored.Body.Draft).Definition).OfType<Definition>().ToList();
        return new(
            [.. (await Forms(practice, ct)).Concat(used.SelectMany(UsedForms)).DistinctBy(form => form.Id)],
            [.. calendars.Select(stored => new Named(stored.Id, stored.Body.Name))],
            [.. users.Select(stored => new Named(stored.Id, stored.Body.Name))],
            [.. pipelines.Select(stored => new NamedPipeline(stored.Id, stored.Body.Name, [.. stored.Body.Stages.Select(stage => new Named(stage.Id, stage.Name))]))],
            [.. used.SelectMany(UsedTags).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)],
            [.. workflows.Select(stored => new Named(stored.Id, stored.Body.Name))])
        {
            Dates = [.. fields.Where(stored => stored.Body.Type == "date").Select(stored => new Named(stored.Body.Key, stored.Body.Label))],
        };
    }

    async Task<IReadOnlyList<Stored<T>>> All<T>(Kind<T> kind, string practice, CancellationToken ct) where T : class =>
        (await store.List(kind, practice, new Listing(Most), ct)).Items;

    async Task<IEnumerable<Named>> Forms(string practice, CancellationToken ct) =>
        from hook in (await store.ListShared(Kinds.Hook, practice, Most, null, ct)).Items
        where hook.Body.Constants.ContainsKey("form.id")
        select new Named(hook.Body.Constants["form.id"], hook.Body.Constants.GetValueOrDefault("form.name") ?? hook.Body.Name);

    static IEnumerable<Named> UsedForms(Definition definition) =>
        Values(definition, "form.id").Select(id => new Named(id, id));

    static IEnumerable<string> UsedTags(Definition definition) =>
        Values(definition, "contact.tags").Concat(Values(definition, "tag.name"))
            .Concat(definition.Steps.Values.OfType<Step.Act>().Where(act => act.Type.StartsWith("contact.tag.", StringComparison.Ordinal))
                .SelectMany(act => act.Config.ValueKind == JsonValueKind.Object && act.Config.TryGetProperty("tags", out var tags) ? Texts(tags) : []));

    static IEnumerable<string> Values(Definition definition, string field) =>
        definition.Triggers.Select(trigger => trigger.Filters)
            .Concat(definition.Steps.Values.OfType<Step.If>().SelectMany(step => step.Branches.Select(branch => branch.When)))
            .SelectMany(Tests).Where(test => test.Field == field).SelectMany(test => Texts(test.Value));

    static IEnumerable<Condition.Test> Tests(Condition condition) => condition switch
    {
        Condition.All all => all.Items.SelectMany(Tests),
        Condition.Any any => any.Items.SelectMany(Tests),
        Condition.Test test => [test],
        _ => [],
    };

    static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String when json.GetString() is { Length: > 0 and <= 100 } text && !text.Contains("{{", StringComparison.Ordinal) => [text],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
